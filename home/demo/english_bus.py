"""The campaign that runs in the English edition, and its news. All of it is invented."""

from datetime import timedelta

from home.demo.content import (
    BUS,
    Block,
    DemoCampaign,
    DemoComment,
    DemoPlace,
    DemoPost,
    action,
    document,
    event,
    facts,
    footnotes,
    gallery,
    heading,
    image,
    paragraph,
    points,
    quote,
    table,
)

ON_THE_CORNER = image(
    "At nightfall two grown-ups and a child stand under a street lamp. A red bus with lit windows "
    "comes up the road.",
    "Bus 9 at the hospital gate. After 9:40 p.m. nothing comes.",
    picture=BUS,
)
TO_THE_BOARD = action(
    "write",
    "Write to the five supervisors",
    "<p>Three sentences are enough. Say where you work, and how you get home.</p>",
    email="board@alder.example",
    script="I live in Alder County and work late. When Bus 9 stops, I walk. Please let it run "
    "until midnight.",
)

CAMPAIGN = DemoCampaign(
    key="bus",
    slug="bus-9-until-midnight",
    title="Bus 9 until midnight",
    goal="""Bus 9 runs until midnight, seven days a week, and nobody walks home along Route 12
    after the late shift.""",
    status="running",
    began=timedelta(days=420),
    body=(
        paragraph("""<p>The last bus leaves the hospital at 9:40 p.m. The late shift ends at
            eleven. Between the gate and the first houses lie five miles of county road without
            a sidewalk.</p>"""),
        facts(
            "What it costs",
            """<p>Four more runs a night are 118,000 dollars a year. The planner of the county
            has counted that, not we.</p>""",
        ),
        TO_THE_BOARD,
    ),
    places=(
        DemoPlace("Alder Falls", "42.4100", "-75.4200", timedelta(days=410)),
        DemoPlace("Two Rivers", "42.2600", "-75.0300", timedelta(days=300)),
        DemoPlace("Quarry Hill", "42.6300", "-75.2400", timedelta(days=160)),
        DemoPlace("Fenwick", "42.1200", "-75.5600", timedelta(days=44)),
    ),
)

HEARING = DemoPost(
    key="bus-hearing",
    slug="fill-the-room-for-bus-9",
    title="The board votes on Bus 9: fill the room",
    posted=timedelta(days=2),
    authors=("Marisol Vega",),
    topics=("bus", "alder"),
    campaigns=("bus",),
    is_pinned=True,
    body=(
        ON_THE_CORNER,
        paragraph("""<p>Fourteen months of counting, asking and coming back, and now it is on
            the agenda: four more runs a night. Three of the five supervisors have to say yes.
            Two do. The third one says that she wants to see who needs it.</p>"""),
        paragraph("<p>So let her see us.</p>"),
        event(
            "Hearing and vote on Bus 9",
            9,
            ("18:30", "20:30"),
            place="County hall, second floor",
            address="1 Court Square, Alder Falls",
            is_limited=True,
            text="<p>Sign the list at the door before six if you want to speak. There is an "
            "elevator, and somebody who interprets.</p>",
        ),
        heading("Before you come"),
        points(
            "Wear what you wear at work.",
            "Bring the neighbor who says that nothing ever changes.",
            "Leave the signs outside; inside they take them away.",
        ),
        action(
            "call",
            "You work that evening? Call the clerk",
            "<p>It takes a minute, and every call is read out at the beginning.</p>",
            phone="202-555-0142",
            script="My name is … and I work late. I ask the board to let Bus 9 run until midnight.",
        ),
        paragraph("""<p>We want to know how many chairs we fill:
            <a linktype="page" id="pledge">say that you will be there</a>.</p>"""),
    ),
    comments=(
        DemoComment(
            name="Ines, night nurse",
            said=timedelta(days=1, hours=20),
            text="I come straight from the early shift, in my clogs. Row two, left side.",
            replies=(
                DemoComment(
                    name="Marisol Vega",
                    said=timedelta(days=1, hours=18),
                    is_post_author=True,
                    text="Row two is yours. Bring the clogs to the microphone.",
                ),
            ),
        ),
    ),
)

TRAINING = DemoPost(
    key="bus-training",
    slug="two-minutes-at-the-microphone",
    title="Two minutes at the microphone: an evening of practice",
    posted=timedelta(days=9),
    authors=("Teo Brandt",),
    topics=("bus", "webinars"),
    campaigns=("bus",),
    body=(
        paragraph("""<p>Two minutes are long if you have nothing to say and short if you have
            too much. We practice: what to begin with, what to leave out, and what to do when
            the bell rings. Everybody speaks once; nobody is graded.</p>"""),
        event(
            "Two minutes at the microphone",
            6,
            ("19:00", "20:00"),
            other_zones=["America/Los_Angeles"],
            is_online=True,
            registration_url="https://onecounty.example/microphone",
            is_limited=True,
            text="<p>Free. The link comes by mail. By telephone it works too.</p>",
        ),
        paragraph("""<p>Our coach moved to the other coast and comes anyway; hence the two
            clocks.</p>"""),
    ),
)

PICNIC = DemoPost(
    key="bus-picnic",
    slug="the-picnic-is-off",
    title="Called off: the picnic at the river",
    posted=timedelta(days=16),
    authors=("Marisol Vega",),
    topics=("bus",),
    campaigns=("bus",),
    body=(
        paragraph("""<p>The river is where we wanted to put the tables. We look for another
            day; whoever has baked already brings it to the annex.</p>"""),
        event(
            "Picnic for Bus 9",
            3,
            ("12:00", "16:00"),
            place="Meadow below the mill",
            address="Two Rivers",
            state="cancelled",
        ),
    ),
)


def _numbers() -> tuple[Block, ...]:
    return (
        paragraph("""<p>For six evenings we stood at the hospital gate and at the packing house
            with a clicker. <b>212 people</b> left on foot after the last bus had gone.[1] The
            youngest was seventeen.</p>"""),
        heading("Where they go"),
        table(
            "People on foot after 9:40 p.m., in six evenings",
            ("To", "Hospital", "Packing house"),
            ("Alder Falls", "61", "38"),
            ("Two Rivers", "29", "44"),
            ("Quarry Hill", "17", "23"),
        ),
        quote(
            "My shoes last four months. I have counted that, too.",
            "A nurse's aide, at the gate",
        ),
        gallery(
            "The way home",
            image(
                "A bus stop at nightfall, with a lamp and three people.",
                "9:35 p.m.: the last one comes.",
                picture=BUS,
            ),
            image(
                "A street of dark houses; one door is open.",
                "Midnight: somebody has waited up.",
            ),
        ),
        heading("What we ask for"),
        points(
            "Four more runs a night, the last one at midnight.",
            "The same on Sundays.",
            "A lamp at the gate.",
            look="numbers",
        ),
        paragraph("<p>Sundays too, because the packing house does not close then.[2]</p>"),
        facts(
            "How we counted",
            """<p>Two people, one clicker, from 9:40 p.m. until half past midnight, on six
            evenings in two weeks. Nobody was asked for a name.</p>""",
        ),
        document(
            "Tally sheet for an evening",
            "Print it, and count at your own stop.",
            "ONE COUNTY: TALLY SHEET\n\nStop:\nDate:\nFrom / until:\n\nLeft by bus:\n"
            "Left on foot:\nPicked up by car:\n\nNo names, no photographs of faces.\n",
        ),
        action("share", "Show this to somebody who drives", "<p>They have never counted.</p>"),
        footnotes(
            "Both sheets of each evening lie in the annex; whoever doubts them may count again.",
            "Shift plan on the board in the break room, October.",
        ),
    )


NUMBERS = DemoPost(
    key="bus-numbers",
    slug="we-counted-212-people",
    title="We counted: 212 people walk home from the late shift",
    posted=timedelta(days=75),
    authors=("Teo Brandt", "Marisol Vega"),
    topics=("bus", "alder"),
    campaigns=("bus",),
    body=_numbers(),
    corrections=(
        (
            timedelta(days=73),
            "We wrote that the youngest was sixteen. She tells us that she is seventeen.",
        ),
    ),
)

POSTS = (HEARING, TRAINING, PICNIC, NUMBERS)
