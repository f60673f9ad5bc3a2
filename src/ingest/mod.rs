//! Turns bytes from outside into captures.
