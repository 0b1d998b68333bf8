//! consistency

use super::Mutation;

pub const MUTATIONS: &[Mutation] = &[];
