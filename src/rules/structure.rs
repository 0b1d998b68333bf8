//! 结构.

crate::family! {
    missing_part,
    missing_reasons,
    part_order,
    part_duplicate,
    part_heading_year,
    part_heading_incomplete,
    part_too_short,
    part_unbalanced,
    title_missing,
    title_no_organ,
    title_no_year,
    title_genre,
    title_word_missing,
    addressee_missing,
    intro_missing,
    intro_no_transition,
    signature_missing,
    date_missing,
    report_with_request,
    web_residue,
}
