//! Random hierarchies.
