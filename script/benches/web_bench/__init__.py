"""What benches of a newsroom at work share: the load, and the floor beside it."""
