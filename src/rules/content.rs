//! 内容.

crate::family! {
    leader_duty_generic,
    placeholder_left,
    personal_info,
    secret_marker,
}
