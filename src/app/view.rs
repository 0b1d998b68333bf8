//! The views of the page, told apart by the address behind `#`.

/// A view of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// 起草: one report as it is written.
    #[default]
    Draft,
    /// 审查: a batch of submissions.
    Review,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 2] = [Self::Draft, Self::Review];

    /// The address behind the page's.
    #[must_use]
    pub fn address(self) -> &'static str {
        match self {
            Self::Draft => "#draft",
            Self::Review => "#review",
        }
    }

    /// The view at an address; an unknown one leads to drafting.
    #[must_use]
    pub fn at(address: &str) -> Self {
        Self::ALL.into_iter().find(|view| view.address() == address).unwrap_or_default()
    }

    /// Its name in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "起草",
            Self::Review => "审查",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn an_address_leads_to_its_view() {
        assert!(View::ALL.iter().all(|&view| View::at(view.address()) == view));
        assert_eq!(View::at("#somewhere"), View::Draft);
        assert_eq!(View::at(""), View::Draft);
    }
}
