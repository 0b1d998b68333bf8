//! The report's own place: its name, and the region it lies in.

use crate::document::{Document, Profile, longest_region};

/// The own names of the body, each from the last region on: 滕家镇 of 荣成市滕家镇人民政府, 教育局 of 临河县教育局.
pub fn names(doc: &Document) -> Vec<String> {
    let title = doc.title.as_ref().and_then(|title| crate::document::organ_of_title(&title.text));
    let signed = doc.signature.iter().map(|&span| doc.get(span).chars().filter(|&c| !crate::text::is_blank(c)).collect());
    let mut names: Vec<String> =
        doc.organ.iter().cloned().chain(title).chain(signed).map(|name| short(&name).to_owned()).collect();
    names.dedup();
    names
}

/// A body's name without what stands for its being a government or committee.
pub fn bare(name: &str) -> &str {
    let mut name = name.trim_start_matches("中共");
    for tail in ["人民政府", "政府", "办事处", "党工委", "党委", "委员会", "党组"] {
        let rest = name.trim_end_matches(tail);
        // 教育委员会 and 发展和改革委员会 are bodies of their own.
        let place = rest.ends_with(['镇', '乡', '县', '区', '市', '省', '旗', '州', '盟']) || rest.ends_with("街道");
        name = if place { rest } else { name };
    }
    name
}

/// 滕家镇 of 荣成市滕家镇人民政府, 东关街道 of 云溪区人民政府东关街道办事处.
fn short(name: &str) -> &str {
    let name = bare(name);
    match longest_region(name) {
        Some(region) if region.len() < name.len() => {
            let own = name.get(region.len()..).unwrap_or(name);
            own.strip_prefix("人民政府").filter(|own| !own.is_empty()).unwrap_or(own)
        }
        _ => name,
    }
}

/// What kind of region the body lies in or governs: 县 of 临河县教育局 and 临河县清溪镇; by the addressee where its own name does not tell.
pub fn region(doc: &Document) -> Option<char> {
    let own = doc.organ.as_deref().and_then(longest_region).and_then(|region| region.chars().next_back());
    let own =
        own.filter(|_| !matches!(doc.profile, Profile::City | Profile::Province | Profile::ProvinceDept | Profile::CityDept));
    let addressed = || {
        let line = doc.blocks.iter().find(|block| block.kind == crate::document::Kind::Addressee)?;
        let words = ["县委", "县人民政府", "县政府", "区委", "区人民政府", "区政府"];
        words.iter().find(|word| doc.get(line.span).contains(**word)).and_then(|word| word.chars().next())
    };
    own.or_else(addressed)
}
