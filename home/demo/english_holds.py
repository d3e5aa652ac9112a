"""The campaign that was won in the English edition, what else was posted, and the two forms."""

from home.demo.content import (
    DemoCampaign,
    DemoField,
    DemoForm,
    DemoPlace,
    DemoPost,
    facts,
    heading,
    paragraph,
    points,
    quote,
    table,
)

CAMPAIGN = DemoCampaign(
    key="holds",
    slug="no-more-holds",
    title="No more holds",
    goal="""Our jail lets people go home when a judge says so. No sheet of paper from ICE keeps
    anybody in Alder County locked up a night longer.""",
    status="won",
    began="2011-11-15",
    ended="2012-09-18",
    body=(
        paragraph("""<p>It took ten months: a question to the sheriff, a count of nights,
            twenty-three kitchen tables, and a vote of four to one.</p>"""),
        facts(
            "What holds since then",
            """<p>The jail looks at the paper, writes down that it came, and opens the door.
            Every month it publishes how many came.</p>""",
        ),
    ),
    places=(
        DemoPlace("Alder Falls", "42.4100", "-75.4200", "2011-11-15"),
        DemoPlace("Two Rivers", "42.2600", "-75.0300", "2012-01-20"),
        DemoPlace("Saint Brigid", "42.5200", "-75.6100", "2012-02-11"),
        DemoPlace("North End", "42.7100", "-75.4000", "2012-02-25"),
        DemoPlace("Quarry Hill", "42.6300", "-75.2400", "2012-04-02"),
    ),
)

KITCHEN_TABLE = DemoPost(
    key="kitchen-table",
    slug="eleven-people-and-one-lamp",
    title="Eleven people and one lamp",
    posted="2010-02-19 21:10",
    authors=("Marisol Vega",),
    topics=("alder",),
    body=(
        paragraph("""<p>Tonight there were eleven of us around a table for six. Nobody chaired.
            We passed a pencil around, and whoever had it spoke. At the end three sentences
            stood on the back of an envelope, and this is the third: <b>one county, in which
            nobody has to be afraid of those who are paid to protect them.</b></p>"""),
        paragraph("<p>We will need a bigger table.</p>"),
    ),
)

COST = DemoPost(
    key="holds-cost",
    slug="what-a-hold-costs",
    title="What a hold costs, and who pays for it",
    posted="2011-12-06 09:20",
    authors=("Teo Brandt",),
    topics=("secure-communities", "alder"),
    campaigns=("holds",),
    series="paper",
    body=(
        paragraph("""<p>A night in our jail costs the county 94 dollars. Whether a judge wanted
            that night or a sheet of paper did makes no difference to the price.</p>"""),
        table(
            "Nights in the county jail because of a hold alone, 2011",
            ("Quarter", "People", "Nights"),
            ("January to March", "14", "39"),
            ("April to June", "19", "47"),
            ("July to September", "21", "51"),
        ),
        paragraph("""<p>Nobody pays that back. The paper asks, the county obeys, and the bill
            stays here. That is the part of it that fits into a table.</p>"""),
        heading("What does not fit"),
        points(
            "The job at the dairy that was somebody else's by Tuesday.",
            "The bail that a parish had collected, and that bought nothing.",
            "The boy who told his teacher that his father was traveling.",
        ),
    ),
    corrections=(
        (
            "2011-12-08 10:00",
            "We wrote 61 nights for July to September. It was 51: one week was counted twice.",
        ),
    ),
)

WON = DemoPost(
    key="holds-won",
    slug="four-to-one",
    title="Four to one: Alder County opens the door",
    posted="2012-09-18 23:05",
    authors=("Marisol Vega", "Teo Brandt"),
    topics=("secure-communities", "alder"),
    campaigns=("holds",),
    body=(
        paragraph("""<p>At ten to nine the clerk read out the names. Four said yes. From
            tomorrow nobody stays in our jail because of a hold.</p>"""),
        quote(
            "I voted no in March. Then the dairy sent me its numbers, and Rosario sent me her "
            "daughter.",
            "A supervisor, before she voted",
        ),
        paragraph("""<p>Two hundred people stood on the stairs, because the room holds ninety.
            Somebody began to sing, somebody else had brought the coffee urn. You know
            who.</p>"""),
    ),
)

NIGHTS = DemoPost(
    key="nights",
    slug="nobody-was-held",
    title="Eighteen months, 131 papers, nobody held",
    posted="2014-03-18 08:00",
    authors=("Teo Brandt",),
    topics=("alder",),
    campaigns=("holds",),
    body=(
        paragraph("""<p>The jail has published its list every month, as it promised. In a year
            and a half 131 papers came. 131 times the door opened all the same. The sky is
            where it was.</p>"""),
    ),
)

CONTACT = DemoForm(
    key="contact",
    slug="write-to-us",
    title="Write to us",
    kind="contact",
    in_menu=True,
    body=(
        paragraph("""<p>Tips, questions, a hall for the next meeting. Please no case numbers and
            no addresses of other people.</p>"""),
    ),
    thanks=(paragraph("<p>Thank you. We read everything, mostly in the evening.</p>"),),
    fields=(
        DemoField("Your name", is_required=False),
        DemoField(
            "How we can reach you",
            is_required=False,
            help_text="E-mail or telephone. Without it we read you, and cannot answer.",
        ),
        DemoField("Your message", kind="multiline"),
    ),
    sent=(("Wen", "", "Is there a bus stop near the annex that is still served on Sundays?"),),
)

PLEDGE = DemoForm(
    key="pledge",
    slug="i-will-be-there",
    title="I will be there",
    kind="pledge",
    in_menu=False,
    body=(
        paragraph("""<p>For the vote on Bus 9. A first name is enough; we count chairs, not
            people's papers.</p>"""),
    ),
    thanks=(paragraph("<p>See you in county hall. Tell one more person today.</p>"),),
    fields=(
        DemoField("First name"),
        DemoField("How many come with you?", kind="number", is_required=False),
    ),
    sent=(("Rosario", "3"), ("Hal", "0"), ("Ines", "5"), ("Wen", ""), ("Tía Lupe", "2")),
)

POSTS = (KITCHEN_TABLE, COST, WON, NIGHTS)
FORMS = (CONTACT, PLEDGE)
