"""What the pipeline is measured beside: Scrapy, and floors that do less."""
