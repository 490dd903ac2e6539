"""Several things on one page, or none: live blogs, strung articles, earlier versions, walls."""
