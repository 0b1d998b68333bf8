//! Numbers of lists in the forms Word knows.

/// Beyond it no list of a report goes, and forms that repeat a letter would grow without end.
const LAST: i64 = 780;

/// `number` in the form of a `w:numFmt`; forms not known are Arabic, as Word writes them.
#[must_use]
pub fn write(form: &str, number: i64) -> String {
    let Some(n) = u32::try_from(number).ok().filter(|_| number <= LAST) else { return number.to_string() };
    let shifted = |base: u32, last: u32| match char::from_u32(base + n).filter(|_| (1..=last).contains(&n)) {
        Some(c) => c.to_string(),
        None => n.to_string(),
    };
    match form {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => {
            n.to_string().chars().filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0xFF10)).collect()
        }
        "lowerLetter" => letters('a', n),
        "upperLetter" => letters('A', n),
        "lowerRoman" => roman(n).to_ascii_lowercase(),
        "upperRoman" => roman(n),
        "ordinal" => ordinal(n),
        "numberInDash" => format!("- {n} -"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => shifted(0x245F, 20),
        "decimalEnclosedParen" => shifted(0x2473, 20),
        "decimalEnclosedFullstop" => shifted(0x2487, 20),
        "ideographEnclosedCircle" => shifted(0x327F, 10),
        "ideographTraditional" => of("甲乙丙丁戊己庚辛壬癸", n),
        "ideographZodiac" => of("子丑寅卯辰巳午未申酉戌亥", n),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => digits(n),
        // Up to 99 as one counts, figure by figure from there on.
        "chineseCounting" | "taiwaneseCounting" if n >= 100 => digits(n),
        "chineseCounting" | "taiwaneseCounting" | "chineseCountingThousand" | "taiwaneseCountingThousand" => {
            let counted = count(n, &HAN, true);
            counted.strip_prefix("一十").map_or(counted.clone(), |rest| format!("十{rest}"))
        }
        "japaneseCounting" => {
            // No 一 before 十 and 百, and no 零.
            let counted = count(n, &HAN, false);
            counted.replace("一百", "百").replace("一十", "十")
        }
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => count(n, &LEGAL, true),
        _ => n.to_string(),
    }
}

/// Figures and the words for 10 and 100.
struct Words {
    figures: [char; 10],
    ten: char,
    hundred: char,
}

const HAN: Words =
    Words { figures: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'], ten: '十', hundred: '百' };
const LEGAL: Words =
    Words { figures: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'], ten: '拾', hundred: '佰' };

/// 一百零五, 五十.
fn count(n: u32, words: &Words, zeros: bool) -> String {
    let figure = |n: u32| words.figures.get(n as usize % 10).copied().unwrap_or('零');
    let (hundreds, tens, ones) = (n / 100, n / 10 % 10, n % 10);
    let mut out = String::new();
    if hundreds > 0 {
        out.extend([figure(hundreds), words.hundred]);
    }
    if tens > 0 {
        out.extend([figure(tens), words.ten]);
    } else if hundreds > 0 && ones > 0 && zeros {
        out.push(figure(0));
    }
    if ones > 0 || n == 0 {
        out.push(figure(ones));
    }
    out
}

/// 一〇五.
fn digits(n: u32) -> String {
    let figure = |c: char| "〇一二三四五六七八九".chars().nth(c.to_digit(10).unwrap_or(0) as usize);
    n.to_string().chars().filter_map(figure).collect()
}

/// a … z, aa, bb.
fn letters(first: char, n: u32) -> String {
    let Some(at) = n.checked_sub(1) else { return n.to_string() };
    let letter = char::from_u32(u32::from(first) + at % 26).unwrap_or(first);
    std::iter::repeat_n(letter, at as usize / 26 + 1).collect()
}

fn roman(n: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = n;
    let mut out = String::new();
    for (value, word) in STEPS {
        while rest >= value {
            out.push_str(word);
            rest -= value;
        }
    }
    out
}

fn ordinal(n: u32) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// The `n`th character, again from the first after the last.
fn of(list: &str, n: u32) -> String {
    let at = |n: usize| list.chars().cycle().nth(n).map(String::from);
    n.checked_sub(1).and_then(|n| at(n as usize)).unwrap_or_else(|| n.to_string())
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn every_form_counts_as_word_does() {
        for (form, numbers) in [
            ("decimal", &[(0, "0"), (1, "1"), (12, "12")][..]),
            ("decimalZero", &[(3, "03"), (12, "12"), (123, "123")]),
            ("decimalFullWidth", &[(12, "１２")]),
            ("chineseCounting", &[(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (105, "一〇五")]),
            (
                "chineseCountingThousand",
                &[(1, "一"), (10, "十"), (19, "十九"), (21, "二十一"), (100, "一百"), (105, "一百零五"), (110, "一百一十")],
            ),
            ("chineseLegalSimplified", &[(1, "壹"), (10, "壹拾"), (11, "壹拾壹"), (25, "贰拾伍")]),
            ("ideographDigital", &[(1, "一"), (10, "一〇"), (21, "二一")]),
            ("japaneseCounting", &[(3, "三"), (10, "十"), (11, "十一"), (21, "二十一"), (100, "百"), (111, "百十一")]),
            ("decimalEnclosedCircle", &[(1, "①"), (20, "⑳"), (21, "21")]),
            ("decimalEnclosedCircleChinese", &[(10, "⑩")]),
            ("decimalEnclosedParen", &[(1, "⑴"), (20, "⒇")]),
            ("decimalEnclosedFullstop", &[(1, "⒈"), (20, "⒛")]),
            ("ideographEnclosedCircle", &[(1, "㊀"), (10, "㊉"), (11, "11")]),
            ("ideographTraditional", &[(1, "甲"), (10, "癸"), (11, "甲")]),
            ("lowerLetter", &[(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")]),
            ("upperLetter", &[(2, "B"), (28, "BB")]),
            ("lowerRoman", &[(4, "iv"), (9, "ix"), (14, "xiv")]),
            ("upperRoman", &[(40, "XL"), (99, "XCIX")]),
            ("ordinal", &[(1, "1st"), (2, "2nd"), (11, "11th"), (23, "23rd")]),
            ("none", &[(1, "")]),
            ("of a later version", &[(7, "7")]),
        ] {
            for &(number, written) in numbers {
                assert_eq!(write(form, number), written, "{form} {number}");
            }
        }
    }

    #[test]
    fn no_number_grows_without_end() {
        for number in [i64::MIN, -1, 0, 781, i64::MAX] {
            for form in ["lowerLetter", "upperRoman", "chineseCounting", "decimalEnclosedCircle", "ideographTraditional"] {
                assert!(write(form, number).len() <= 20, "{form} {number}");
            }
        }
    }
}
