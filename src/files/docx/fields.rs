//! Fields: of an instruction only its result is text.

/// The fields that are open, one in another.
#[derive(Default)]
pub struct Fields(Vec<Field>);

#[derive(Default)]
struct Field {
    instruction: String,
    /// Whether its result has begun.
    result: bool,
}

/// Fields in one another that are kept; real ones come to three or four.
const DEEPEST: usize = 64;

impl Fields {
    /// Whether text is shown here.
    #[must_use]
    pub fn show(&self) -> bool {
        self.0.iter().all(|field| field.result)
    }

    /// Hears a `w:fldChar`; gives what a field without result shows at its end.
    pub fn turn(&mut self, kind: Option<&str>) -> Option<String> {
        match kind {
            Some("begin") if self.0.len() < DEEPEST => self.0.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.0.last_mut() {
                    field.result = true;
                }
            }
            Some("end") => {
                let field = self.0.pop()?;
                return circled(&field.instruction).filter(|_| !field.result && self.show());
            }
            _ => {}
        }
        None
    }

    /// Hears a `w:instrText`.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| field.instruction.len() < 200) {
            field.instruction.push_str(text);
        }
    }
}

/// What Word's “带圈字符” writes, `eq \o\ac(○,11)`, as one character.
fn circled(instruction: &str) -> Option<String> {
    let tight: String = instruction.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    let (circle, inner) = tight.strip_prefix("eq\\o\\ac(")?.strip_suffix(')')?.split_once([',', ';'])?;
    let number = inner.parse::<u32>().ok().filter(|number| (1..=20).contains(number) && circle.contains(['○', '〇', '◯']));
    Some(number.and_then(|number| char::from_u32(0x245F + number)).map_or_else(|| inner.to_owned(), String::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_shown_and_instructions_are_not() {
        let mut fields = Fields::default();
        assert!(fields.show());
        fields.turn(Some("begin"));
        assert!(!fields.show());
        fields.turn(Some("begin"));
        fields.turn(Some("separate"));
        assert!(!fields.show(), "a result in an instruction");
        fields.turn(Some("end"));
        fields.turn(Some("separate"));
        assert!(fields.show());
        assert_eq!(fields.turn(Some("end")), None);
        assert_eq!(fields.turn(Some("end")), None, "one end too many");
    }

    #[test]
    fn a_circled_number_is_one_character() {
        let shown = |instruction: &str| {
            let mut fields = Fields::default();
            fields.turn(Some("begin"));
            fields.instruct(instruction);
            fields.turn(Some("end"))
        };
        assert_eq!(shown(r" eq \o\ac(○,1)").as_deref(), Some("①"));
        assert_eq!(shown(r" EQ \o\ac(○,密)").as_deref(), Some("密"));
        assert_eq!(shown(" PAGE "), None);
    }
}
