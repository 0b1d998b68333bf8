//! 标点符号.

pub(super) mod context;
mod dots;
mod lists;
mod nesting;
mod pairs;

crate::family! {
    halfwidth_punct,
    straight_quotes,
    ellipsis_form,
    dash_form,
    paragraph_no_stop,
    list_intro_colon,
    punct_duplicate,
    punct_leading,
    pair_unbalanced,
    quote_nesting,
    booktitle_nesting,
    enum_comma_booktitles,
    enum_comma_quotes,
    enum_comma_before_deng,
    enum_comma_missing,
    semicolon_in_phrase,
    semicolon_stop_mixed,
    year_span_dash,
    number_range_dash,
    year_span_lost,
    date_name_dot,
    middle_dot_misuse,
    space_in_chinese,
    fake_indent,
    invisible_character,
    line_wrapped,
    title_punct,
    exclaim_question,
    addressee_punct,
    law_name_no_marks,
    booktitle_on_nonwork,
    quote_missing_shorthand,
    missing_clause_mark,
}
