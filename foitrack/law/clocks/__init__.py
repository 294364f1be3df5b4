"""How each deadline is counted. The public face is `foitrack.law.clock`."""
