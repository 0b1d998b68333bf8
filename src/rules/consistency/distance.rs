//! How far two sentences are from each other.

/// The number of insertions, deletions and replacements that make `b` of `a`; more than `allowed` where it is more.
pub fn distance(a: &[char], b: &[char], allowed: usize) -> usize {
    let far = allowed + 1;
    // `row[j]`: the distance of the first `i` characters of `a` to the first `j` of `b`, near the diagonal only.
    let mut row: Vec<usize> = (0..=b.len()).map(|j| if j <= allowed { j } else { far }).collect();
    for (i, x) in a.iter().enumerate() {
        let (from, to) = (i.saturating_sub(allowed), (i + allowed + 1).min(b.len()));
        let mut diagonal = row.get(from).copied().unwrap_or(far);
        if let Some(slot) = row.get_mut(from) {
            *slot = if from == 0 { i + 1 } else { far };
        }
        for j in from..to {
            let above = row.get(j + 1).copied().unwrap_or(far);
            let left = row.get(j).copied().unwrap_or(far);
            let same = usize::from(b.get(j) != Some(x));
            let best = (diagonal + same).min(above + 1).min(left + 1).min(far);
            if let Some(slot) = row.get_mut(j + 1) {
                *slot = best;
            }
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(far)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn the_distance_counts_edits() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars("依法行政水平"), &chars("依法行政水平"), 2), 0);
        assert_eq!(distance(&chars("依法行政水平"), &chars("依法的行政能平"), 3), 2);
        assert_eq!(distance(&chars("甲乙丙丁"), &chars("戊己庚辛"), 2), 3);
        assert_eq!(distance(&chars(""), &chars("甲"), 1), 1);
    }
}
