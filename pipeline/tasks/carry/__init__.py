"""Last year's report -> the file that this year's is written in: `banxin new NAME --from FILE`."""

from pipeline.tasks.carry.write import CarriedFile, write_carried

__all__ = ["CarriedFile", "write_carried"]
