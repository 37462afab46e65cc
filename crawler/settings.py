"""Scrapy settings: polite, honest about who asks, closed to the outside."""

from __future__ import annotations

import os

from scrapy.settings import default_settings

BOT_NAME = "mutasi"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"

# Ours: the store that articles go to, the folder where answers are kept (None: beside the store), and where a webmaster
# reaches whoever runs this crawler (in the user agent).
MUTASI_DB = os.environ.get("MUTASI_DB", "sqlite:///mutasi.db")
MUTASI_EVIDENCE = os.environ.get("MUTASI_EVIDENCE")
MUTASI_CONTACT = os.environ.get("MUTASI_CONTACT", "https://mutasi.example/crawler; crawler@mutasi.example")

# One request at a time to a site, a second apart, more where the site is slow or its robots.txt asks for more.
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "Mutasi"
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0  # jitter would cut every second delay short
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 1  # what waits, waits where a crawl that ends drops it, not behind the delay of its one site
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # the newest first, as they are claimed
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0

# Names are looked up in threads; a dead site holds one for DNS_TIMEOUT, and hundreds are crawled side by side.
REACTOR_THREADPOOL_MAXSIZE = 40

# A check for those who write spiders, by reading their source again for every portal: a fifth of the time of a crawl.
WARN_ON_GENERATOR_RETURN_VALUE = False

CONCURRENT_ITEMS = 1  # in the order in which they come; storing does not wait for anything

DOWNLOAD_HANDLERS = dict.fromkeys(("http", "https"), "crawler.transport.BoundedHttpHandler")
RETRY_TIMES = 2
RETRY_EXCEPTIONS = [*default_settings.RETRY_EXCEPTIONS, "zlib.error"]  # an answer that does not unpack
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # the outcome of the crawl tells of it, in one line
CRAWL_DELAY_MAX = 300.0  # seconds; a site whose robots.txt asks for more is not crawled, and told
RETRY_AFTER_MAX = 120.0  # seconds; a site that asks for more is left in peace until the next crawl

DOWNLOAD_TIMEOUT = 60
DNS_TIMEOUT = 20
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024  # as sent and as unpacked
REDIRECT_MAX_TIMES = 5
# Spiders list each article once themselves. Scrapy's filter would drop a redirect to the same address without a word.
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
METAREFRESH_ENABLED = False
COOKIES_ENABLED = False
REFERRER_POLICY = "no-referrer"

DEFAULT_REQUEST_HEADERS = {
    "Accept": "application/json,application/rss+xml,text/html;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# Nothing listens while a crawl runs.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.politeness.PortalHostsMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.politeness.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.challenges.ChallengeMiddleware": 545,
    "crawler.politeness.PatientRetryMiddleware": 550,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.integrity.CheckedCompressionMiddleware": 590,
    "crawler.politeness.PublicAddressMiddleware": 760,  # after HttpProxyMiddleware: a proxy resolves names itself
    "crawler.evidence.middleware.EvidenceMiddleware": 900,  # nearest to the wire: answers as they come
}
EXTENSIONS = {"crawler.politeness.SiteWishes": 10}
ITEM_PIPELINES = {"crawler.pipelines.StorePipeline": 300}

STATS_DUMP = False
LOGSTATS_INTERVAL = 0
