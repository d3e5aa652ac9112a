"""How the English edition of the demo says hello: its newest post, a draft, and who it is."""

from datetime import timedelta

from home.demo import english_comments as comments
from home.demo.content import DemoPage, DemoPost, embed, heading, paragraph

HOW_IT_WORKS = DemoPost(
    key="how",
    slug="how-this-newsroom-works",
    title="Welcome: how this newsroom works",
    posted=timedelta(hours=20),
    authors=("Marisol Vega",),
    topics=("newsroom",),
    comments=comments.ON_HOW_IT_WORKS,
    body=(
        paragraph("""<p>This is the demo that comes with Broadside. One County and everybody in
            it are invented, and so is Bus 9; what they wrote about Secure Communities was real,
            and so are its dates. Look around, break things, then bring in your own blog.</p>"""),
        heading("If you came to read"),
        paragraph("""<p>Read. No cookie is set, no other company learns that you were here, and
            nothing on the page needs JavaScript. Even a film waits for your click:</p>"""),
        embed(
            "https://www.youtube.com/watch?v=M7lc1UVf-VE",
            "A sample film from YouTube's guide for developers. Until you press play, "
            "YouTube does not know about you.",
        ),
        heading("If you came to speak"),
        paragraph("""<p>Write a comment below: a name and your words, nothing else. A
            stranger's comment waits until a moderator has read it, and you get a private link
            that tells you how it stands. Keep that link; it is the only way back to your
            comment, because we do not know who you are.</p>"""),
        heading("If you came to moderate"),
        paragraph("""<ul><li>Sign in at <b>/admin/</b> and open <b>Reader comments</b>. Several
            are waiting, and the filter says in plain words what bothered it.</li><li>Approve
            one: it is on the page the next time somebody loads it.</li><li>Remove one: its
            place stays, with the sentence “This comment has been removed by a blog
            administrator.” Nobody's reply is left hanging in the air.</li><li>Hold one again:
            if somebody has answered it, its place waits and the answer stays, as in the first
            comment below.</li><li>Changed your mind? Undo. Every step is in the comment's
            history, with the name of whoever took it.</li></ul>"""),
    ),
)


DRAFT = DemoPost(
    key="draft",
    slug="ten-questions-for-the-sheriff",
    title="Ten questions for everyone who wants to be sheriff",
    posted=timedelta(hours=3),
    authors=("Marisol Vega",),
    topics=("alder",),
    is_live=False,
    body=(
        paragraph("""<p>This is a draft. You see it in the admin, your readers do not. Seven
            questions are still missing.</p>"""),
        paragraph("""<ol><li>Will you put your policy on immigration holds in writing?</li>
            <li>Will you publish, every month, how many you honored?</li><li>Who may read our
            fingerprints?</li></ol>"""),
    ),
)


ABOUT = DemoPage(
    key="about",
    slug="about",
    title="About us",
    body=(
        paragraph("""<p>One County began in 2009 around a kitchen table in Alder County, the
            week after a father of three was taken from the county jail. Today we are about
            sixty families, two parishes, a farmworkers' hall and one stubborn library annex.
            We want what the name says: one county, in which nobody has to be afraid of those
            who are paid to protect them.</p>"""),
        heading("House rules for comments"),
        paragraph("""<p>Disagree with us as hard as you like. We remove a comment only when it
            is off topic, abuses or threatens somebody, gives away somebody's personal data,
            advertises, or breaks the law. What we remove leaves its place behind, so that you
            can see that we did.</p>"""),
        heading("Before you write"),
        paragraph("""<p>Any name will do. Leave out case numbers, addresses, and where somebody
            works or sleeps, your own included.</p>"""),
        heading("None of us exists"),
        paragraph("""<p>This is the demo newsroom of Broadside. The group, the county and
            everybody in it are invented; what it says of Secure Communities elsewhere is on
            record.</p>"""),
    ),
)
