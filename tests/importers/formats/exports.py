"""The exports of the shared data, by format."""

# Named here, for the data they describe may be absent when tests are collected.
BLOGGER_EXPORTS = [
    "blogger/blogger-to-githubpages--sample-blog.xml",
    "blogger/blogger2md--complete.xml",
    "blogger/blogger2md--post-draft.xml",
    "blogger/google-blog-converters-appengine--blogger-sample.xml",
    "blogger/google-blog-converters-appengine--blogger-sample2.xml",
    "blogger/google-blog-converters-appengine--blogger.goldenfile.1.xml",
    "blogger/google-blog-converters-appengine--blogger.goldenfile.2.xml",
    "blogger/migrate--sample.xml",
    "blogger/www.wgdd.org--dachgarten.wgdd.de.xml",
]
