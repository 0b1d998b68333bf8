//! What lies over the sheet.

use std::rc::Rc;

use crate::app::mending::Mending;
use crate::document::Profile;
use crate::rule::Rule;

/// A dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// 设置.
    Settings,
    /// 规则手册, opened at a rule.
    Manual(Option<&'static Rule>),
    /// 与上年报告对比.
    Previous,
    /// 帮助.
    Help,
    /// 提纲.
    Outline {
        /// For this kind of body.
        profile: Profile,
        /// On this year.
        year: u32,
    },
    /// Why a rule is.
    Rule(&'static Rule),
    /// What all safe fixes would change.
    Mending(Rc<Mending>),
}

/// A panel that a narrow screen draws up from below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// 体检.
    Summary,
    /// 问题.
    Findings,
    /// 菜单.
    Menu,
}
