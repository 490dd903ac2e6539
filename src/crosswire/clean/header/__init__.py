"""What stands over a report: headline, who wrote it, whose page it is, what the metadata says."""
