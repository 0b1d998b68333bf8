//! Chinese and Arabic numerals.

/// The value of a Chinese numeral below 10,000 (`十二`, `三百零五`, `二十`), or of digits read one by one
/// (`二〇二三`, `一二`). `None` where it is not a numeral.
#[must_use]
pub fn parse_han(text: &str) -> Option<u32> {
    if text.chars().all(|c| digit(c).is_some()) {
        let read = text.chars().filter_map(digit);
        return (1..=4).contains(&read.clone().count()).then(|| read.fold(0, |value, d| value * 10 + d));
    }
    let (mut total, mut current) = (0u32, None);
    for c in text.chars() {
        if let Some(d) = digit(c) {
            current = Some(d);
        } else {
            let unit = match c {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                _ => return None,
            };
            total += current.unwrap_or(1) * unit;
            current = None;
        }
    }
    Some(total + current.unwrap_or(0))
}

/// The value of one Chinese digit.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Whether `c` can stand in a Chinese ordinal such as 十二.
#[must_use]
pub fn is_ordinal_char(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// `value` as a Chinese ordinal numeral (十二, 二十, 一百零五); above 999 in Arabic digits.
#[must_use]
pub fn to_han(value: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let name = |d: u32| DIGITS.get(d as usize).copied().unwrap_or("");
    match value {
        0..=9 => name(value).to_owned(),
        10..=99 => {
            let tens = if value < 20 { "" } else { name(value / 10) };
            let ones = if value.is_multiple_of(10) { "" } else { name(value % 10) };
            format!("{tens}十{ones}")
        }
        100..=999 => match value % 100 {
            0 => format!("{}百", name(value / 100)),
            rest @ 1..=9 => format!("{}百零{}", name(value / 100), name(rest)),
            rest => format!("{}百{}{}", name(value / 100), if rest < 20 { "一" } else { "" }, to_han(rest)),
        },
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_survive_a_round_trip() {
        for value in 1..1000 {
            assert_eq!(parse_han(&to_han(value)), Some(value), "{value}");
        }
    }

    #[test]
    fn reads_years_digit_by_digit() {
        assert_eq!(parse_han("二〇二三"), Some(2023));
        assert_eq!(parse_han("两"), Some(2));
        assert_eq!(parse_han("一年"), None);
    }
}
