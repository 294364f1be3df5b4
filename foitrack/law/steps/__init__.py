"""What to do next in each state. The public face is `foitrack.law.standing.next_step`."""
