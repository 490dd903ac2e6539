"""What the reports say of one thing: agreed, disputed, superseded."""
