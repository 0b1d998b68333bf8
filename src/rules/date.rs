//! 年度日期.

crate::family! {
    sign_date_format,
    sign_date_invalid,
    sign_date_before_year_end,
    sign_date_late,
    date_meta_mismatch,
    sign_organ_mismatch,
    sign_order,
    sign_padding,
    docnumber_format,
    report_year_conflict,
    plan_year_wrong,
    stale_year,
    relative_time,
}
