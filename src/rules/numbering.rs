//! 层次序号.

crate::family! {
    number_gap,
    number_start,
    number_duplicate,
    number_backward,
    number_missing_heading,
    l1_punct,
    l2_punct,
    l3_punct,
    l4_punct,
    number_bracket_unpaired,
    number_space,
    number_fullwidth_arabic,
    heading_end_punct,
    level_skip,
    level_reversed,
    sequence_gap,
    sequence_nested,
    sequence_single,
    sequence_mixed,
    sequence_punct,
}
