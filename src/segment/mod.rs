//! Tokens, sentences, clitics.
