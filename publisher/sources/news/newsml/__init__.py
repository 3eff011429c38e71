"""NewsML-G2, the IPTC's news exchange format: news items, packages, and messages that hold them."""

from publisher.sources.news.newsml.items import content_item, news_item
from publisher.sources.news.newsml.messages import message_item
from publisher.sources.news.newsml.packages import package_item

__all__ = ["content_item", "message_item", "news_item", "package_item"]
