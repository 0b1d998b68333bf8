//! The sample of real heading wordings: each, as a section of a report of its shape, stands for its part.

use hegui::document::{Part, Status};

const SAMPLE: &str = include_str!("corpus/headings.tsv");

fn report(year: &str, headings: [&str; 4]) -> String {
    let mut text = format!("清溪镇人民政府{year}年度法治政府建设情况报告\n\n临河县人民政府：\n\n现将有关情况报告如下：\n\n");
    for (i, heading) in headings.iter().enumerate() {
        text.push_str(&format!("{}、{heading}\n\n围绕法治政府建设开展各项工作，取得实效。\n\n", ["一", "二", "三", "四"][i]));
    }
    text + "清溪镇人民政府\n2024年1月20日\n"
}

#[test]
fn every_sampled_wording_is_read_as_its_part() {
    let usual = ["主要举措和成效", "存在的不足和原因", "党政主要负责人履行推进法治建设第一责任人职责情况", "2024年度主要安排"];
    let mut wrong = Vec::new();
    for line in SAMPLE.lines().skip(1) {
        let Some((labels, wording)) = line.split_once('\t') else { continue };
        if labels.ends_with("/sub") {
            continue;
        }
        let parts: Vec<Part> = labels.split('+').filter_map(|id| Part::ALL.into_iter().find(|p| p.id() == id)).collect();
        let mut headings = usual;
        for &part in &parts {
            headings[part as usize] = wording;
        }
        // A section on what was done names the report year; everything else is of a report on 2023.
        let year = wording.get(..4).filter(|year| labels == "achievements" && year.starts_with("20")).unwrap_or("2023");
        let text = if parts.len() > 1 {
            report(year, ["主要举措和成效", "党政主要负责人履行推进法治建设第一责任人职责情况", wording, "其他需要报告的情况"])
        } else {
            report(year, headings)
        };
        let checked = hegui::check(&text, &hegui::Options::default());
        for &part in &parts {
            let info = checked.document.part(part);
            let expected = if parts.len() > 1 { Status::Merged } else { Status::Present };
            let heading =
                info.heading.and_then(|h| checked.document.headings.get(h)).map_or("", |h| checked.document.get(h.title));
            if info.status != expected || !wording.starts_with(heading.trim_end_matches('。')) || heading.is_empty() {
                wrong.push(format!("{} {:?} {wording:?} read as {heading:?}", part.id(), info.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
