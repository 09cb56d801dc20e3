"""What giamsat remembers, in a relational database; the only room that knows SQLAlchemy."""
