//! Tries how news English is read, from sentences to claims, on gold of our own and on any text at all.

mod claims_hold;
mod clauses;
mod comparing;
mod entities;
mod figures;
mod reading;
mod sentences;
