//! 内容.

crate::family! {
    leader_duty_generic,
    leader_role_not_named,
    placeholder_left,
    personal_info,
    secret_marker,
}
