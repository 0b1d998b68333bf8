//! 数字用法.

crate::family! {
    percent_missing,
    percent_over_100,
    percent_range,
    wan_range,
    year_two_digit,
    year_mixed_form,
    approx_digits,
    digit_plus_qianbai,
    fullwidth_digit,
    date_padding,
    date_hao,
    decimal_zero,
    decrease_times,
    redundant_approx,
    numeral_style_mixed,
    number_no_unit,
}
