"""What the readers of the English edition said: every status, and every reason to ask a person."""

from datetime import timedelta

from comments.archive import CommentStatus, RemovedBy
from home.demo.content import DemoComment

PENDING, SPAM = CommentStatus.PENDING, CommentStatus.SPAM
REMOVED, TRASHED = CommentStatus.REMOVED, CommentStatus.TRASHED

CALL_TO_ACTION = "Call the sheriff's office on Monday and ask: is your policy on holds in writing?"

ON_HOW_IT_WORKS = (
    DemoComment(
        name="Wen",
        said=timedelta(hours=9),
        text="""I wrote this without an account and without my e-mail. The little receipt page
        told me that a person would read it first. A person did. Good.""",
    ),
    DemoComment(
        name="Sister Agnes",
        said=timedelta(hours=15),
        status=PENDING,
        text="Our parish hall is free for the next meeting, on the 19th.",
        replies=(
            DemoComment(
                name="Denise Okafor",
                said=timedelta(hours=14),
                text="Then the 19th it is. I will bring the list for the west side.",
            ),
        ),
    ),
    DemoComment(
        name="Shift worker",
        said=timedelta(hours=4, minutes=10),
        status=PENDING,
        text="""Works on my old phone, and that means something. Could you put the date of the
        next meeting at the top?""",
    ),
    DemoComment(
        name="Marcus",
        said=timedelta(minutes=35),
        status=PENDING,
        signs=(("form_age", "1.8"),),
        text="Amen!",
    ),
    DemoComment(
        name="follower shop",
        said=timedelta(hours=6),
        status=SPAM,
        signs=(("honeypot", ""), ("form_age", "0.4"), ("words", "buy followers")),
        text="Great blog, very nice! Buy followers for your page, 1000 for 5 dollars, fast.",
    ),
)

ON_THE_PLAN = (
    DemoComment(
        name="Hal from the north end",
        said="2012-01-10 12:05",
        text="""I am not an activist, I fix tractors. But I was there yesterday, and I did not
        know that the county pays for those nights. Put me down for week two. I can count.""",
        replies=(
            DemoComment(
                name="Teo Brandt",
                said="2012-01-10 13:20",
                is_post_author=True,
                text="""You are down. Bring your reading glasses: the jail log is handwritten,
                and whoever writes it is proud of it.""",
            ),
        ),
    ),
    DemoComment(
        name="Priya",
        said=timedelta(hours=18, minutes=25),
        status=PENDING,
        signs=(("links", "2"),),
        text="""For week one: other counties have posted their records requests, and ours need
        not be any better. https://records.example/santa-clara and
        https://records.example/arlington""",
    ),
)

ON_THE_WEBINAR = (
    DemoComment(
        name="Denise Okafor",
        said="2012-01-05 19:12",
        text="""Will it be recorded? At the cannery the late shift starts at two, and half of us
        are on it.""",
        replies=(
            DemoComment(
                name="Marisol Vega",
                said="2012-01-05 20:40",
                is_post_author=True,
                text="""Nobody could promise us that. So four of us will take notes and read
                them out on Thursday at seven, after your shift.""",
                replies=(
                    DemoComment(
                        name="Denise Okafor",
                        said="2012-01-05 21:03",
                        text="Then count on six of us, and on my big coffee urn.",
                        replies=(
                            DemoComment(
                                name="Wen",
                                said="2012-01-06 06:50",
                                text="""The annex has one socket that works. Bring an extension
                                cord with the urn.""",
                                replies=(
                                    DemoComment(
                                        name="Denise Okafor",
                                        said="2012-01-06 13:15",
                                        text="Six people, urn, cord. It is written on my hand.",
                                        replies=(
                                            DemoComment(
                                                name="Hal from the north end",
                                                said="2012-01-06 17:31",
                                                text="Somebody put this woman in charge.",
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    DemoComment(
        name="patriot77",
        said="2012-01-06 01:02",
        status=REMOVED,
        removed_by=RemovedBy.ADMINISTRATOR,
        replies=(
            DemoComment(
                name="Teo Brandt",
                said="2012-01-06 08:15",
                text="""His threat is gone; his question was fair, so here is the answer. No,
                nobody asks for papers at the door. Come and see for yourself.""",
                replies=(
                    DemoComment(
                        name="Grace",
                        said=timedelta(hours=17, minutes=5),
                        status=PENDING,
                        text="I stayed at home, afraid of exactly that. When is the next one?",
                    ),
                ),
            ),
        ),
    ),
    DemoComment(
        name="FastCash 4 U",
        said=timedelta(hours=11),
        status=SPAM,
        website="https://cash.example/",
        signs=(("many_links", "3"), ("words", "payday loan, online casino")),
        text="""Payday loan today, no questions! https://cash.example/1 https://cash.example/2
        and our online casino https://cash.example/3""",
    ),
)

ON_HOLDS = (
    DemoComment(
        name="Lupe's sister",
        said="2011-11-15 18:22",
        text="""This is what happened to us, step by step, and nobody ever told us that step
        three was a question.""",
    ),
    DemoComment(
        name="Wen",
        said="2011-11-16 07:05",
        text=CALL_TO_ACTION,
    ),
    DemoComment(
        name="Old reader",
        said="2011-11-17 09:00",
        status=REMOVED,
        removed_by=RemovedBy.UNKNOWN,
    ),
    DemoComment(
        name="Benny",
        said=timedelta(minutes=50),
        status=PENDING,
        signs=(("duplicate", "1"),),
        text=CALL_TO_ACTION,
    ),
)

ON_STUDENTS = (
    DemoComment(
        name="Ms. Tran, room 12",
        said="2011-05-13 15:55",
        text="""One of them sat in my third row. She never asked for a favor, only for a bus
        pass. Our whole staff room wrote letters.""",
    ),
    DemoComment(
        name="test",
        said="2011-05-14 03:30",
        status=TRASHED,
        text="test test",
    ),
)

ON_TWO_COUNTIES = (
    DemoComment(
        name="Ray",
        said="2010-09-29 17:48",
        text="""Honest question. If somebody really is a danger, do you want him back on my
        street? I have kids too.""",
        replies=(
            DemoComment(
                name="Teo Brandt",
                said="2010-09-29 21:10",
                is_post_author=True,
                text="""Fair question, Ray. Whoever is accused of a crime goes before a judge
                here, and the judge decides whether he goes home. That stays. What we want to
                stop is that somebody whom the judge sends home is kept in the cell anyway.""",
            ),
        ),
    ),
    DemoComment(
        name="Lena",
        said="2010-09-30 10:26",
        status=REMOVED,
        removed_by=RemovedBy.AUTHOR,
    ),
)
