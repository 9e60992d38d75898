"""The plain core: values in, values out. No clock, disk, network, random, log, SQL or web."""
