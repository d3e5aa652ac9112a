"""The English edition of the demo newsroom. What happened is on record; the people are invented."""

from home.demo import english_bus as bus
from home.demo import english_comments as comments
from home.demo import english_holds as holds
from home.demo import english_welcome as welcome
from home.demo.content import (
    BUS,
    STREET,
    DemoPost,
    Edition,
    Picture,
    event,
    heading,
    image,
    paragraph,
    quote,
)

PLAN = DemoPost(
    key="plan",
    slug="our-first-thirty-days",
    title="After the webinar: our first thirty days",
    posted="2012-01-10 08:30",
    authors=("Marisol Vega", "Teo Brandt"),
    topics=("secure-communities", "alder"),
    campaigns=("holds",),
    series="paper",
    comments=comments.ON_THE_PLAN,
    body=(
        paragraph("""<p>Forty-one people filled the library annex yesterday afternoon. Some
            came in work boots, two brought babies, and Denise Okafor brought the coffee urn
            that she had promised. When the screen went dark, nobody stood up to leave.</p>"""),
        paragraph("""<p>So we wrote the plan right there, on the back of a paper
            tablecloth.</p>"""),
        paragraph("""<ol><li><b>Week one: find out.</b> Is there a written rule on immigration
            holds at our jail, or only a habit? Teo sends the records request on
            Wednesday.</li> <li><b>Week two: count.</b> How many people stayed locked up last
            year only because of a hold, for how many nights, and at whose
            expense?</li><li><b>Week three: listen.</b> Kitchen-table meetings in four
            neighborhoods. Families decide what may be told, and under which
            name.</li><li><b>Week four: ask.</b> All of us, together, before the county board:
            from now on, Alder County honors no hold.</li></ol>"""),
        quote(
            """My daughter asked me if the officer at her school can send me away. I want to live
            in a county where I can tell her no.""",
            "Rosario, at the meeting in the annex",
        ),
        paragraph("""<p>Which week is yours? Tell us below, or on Thursday at seven, back door
            of the annex. The front one sticks.</p>"""),
    ),
)

WEBINAR = DemoPost(
    key="webinar",
    slug="break-the-hold-webinar",
    title="Break the hold: a free webinar for every county that wants out",
    posted="2012-01-05 09:00",
    authors=("Marisol Vega",),
    topics=("secure-communities", "webinars"),
    campaigns=("holds",),
    comments=comments.ON_THE_WEBINAR,
    body=(
        image(
            "A row of dark houses at nightfall. One door stands open, and a grown-up and a child "
            "walk up the lighted path to it.",
            "On our street, one open door is enough to find the way home.",
        ),
        paragraph("""<p>On Monday four national organizations will teach, in an hour and a
            half, how a community keeps its police from working for Immigration and Customs
            Enforcement. It costs nothing. You need a telephone or a computer, and a
            pencil.</p>"""),
        event(
            "Break the hold: the webinar",
            "2012-01-09",
            ("15:30", "17:00"),
            other_zones=["America/Los_Angeles"],
            is_online=True,
            registration_url="https://onecounty.example/webinar",
            is_limited=True,
        ),
        paragraph("""<ul><li><b>Who:</b> the Immigrant Legal Resource Center, the
            National Immigration Project of the National Lawyers Guild, the Interfaith
            Immigration Coalition, and the National Day Laborers Organizing
            Network</li><li><b>Cost:</b> free, and open to everyone; you have to register, and
            seats are limited, so do it today</li><li><b>Before you come:</b> leaf through the
            toolkit on Secure Communities; ninety minutes go further if you know the
            words</li></ul>"""),
        heading("Why holds, and why now"),
        paragraph("""<p>In 2010 one place after the other asked to leave Secure Communities,
            the program that ties local jails to deportation. Washington answered by taking the
            question away: it now imposes the program whether a county agrees or not. But there
            is a second door. To take somebody from our jail, ICE asks the sheriff to keep that
            person locked up until its agents arrive. That is a request, say the organizers,
            and a police force may turn it down. So the opt-out of 2012 happens at the jail
            door, and it is decided at home.</p>"""),
        paragraph("""<p>Monday is about tools that work: how to ask a city or a state, in
            public and by name, to stop handing its people over.</p>"""),
        heading("Watch it with us"),
        paragraph("""<p>We will put it on the big screen in the library annex. Doors open at
            three; somebody will whisper along in Spanish, and there is a corner with
            crayons.</p>"""),
    ),
)

HOLDS = DemoPost(
    key="holds",
    slug="what-an-ice-hold-is",
    title="What an ICE hold is, and why a county can say no",
    posted="2011-11-15 10:15",
    authors=("Teo Brandt",),
    topics=("secure-communities", "rights"),
    campaigns=("holds",),
    series="paper",
    comments=comments.ON_HOLDS,
    body=(
        paragraph("""<p>Every week somebody asks us the same thing at the food pantry: my
            brother paid the bail, so why is he still in there?</p>"""),
        paragraph("""<p>Usually the answer is one sheet of paper. Its name is immigration
            detainer; people say hold.</p>"""),
        paragraph("""<ol><li>Somebody is booked into the county jail, perhaps for driving
            without a license.</li><li>Fingerprints are taken. Under Secure Communities they go
            to the immigration authorities too.</li><li>ICE sends the jail a form: please do
            not let this person go yet.</li><li>The judge says go home, or the bail is paid.
            The cell stays shut.</li><li>ICE comes, and a family has an empty chair.</li></ol>"""),
        heading("Look again at step three"),
        paragraph("""<p>The form asks; it does not order. The groups behind the national
            campaign are clear about that: no police force is bound to do what it says. Whoever
            unlocks the cell works for this county, and this county can decide what becomes of
            the paper.</p>"""),
        heading("If it happens in your family"),
        paragraph("""<p>Call a lawyer before you sign anything. And please, <b>no case numbers,
            no addresses and no full names in the comments</b>. Everybody reads this page, also
            the people who should not.</p>"""),
    ),
)

STUDENTS = DemoPost(
    key="students",
    slug="the-students-who-would-not-wait",
    title="The students who would not wait",
    posted="2011-05-12 16:40",
    authors=("Teo Brandt",),
    topics=("youth",),
    comments=comments.ON_STUDENTS,
    body=(
        paragraph("""<p>They learned to read here. They would be safe if the DREAM Act were
            law. When one of them gets a date for a plane, the others do not wait for
            Congress.</p>"""),
        paragraph("""<p>They start a campaign, and give it a name that says what it wants:
            Education Not Deportation.</p>"""),
        paragraph("""<p>END campaigns run all over the country now, led by young people without
            papers, for young people without papers. They win, too. One case at a time a
            deportation is stopped, and with each one more neighbors see the machinery for what
            it is: local police at one end, an airplane at the other.</p>"""),
        heading("What we are learning from them"),
        paragraph("""<ul><li>A face moves people; a statistic does not. But the face decides
            when, and whether.</li><li>Have the sheet with the phone numbers ready before you
            need it.</li><li>Celebrate in public. Whoever sees that a case can be won will
            bring the next one.</li></ul>"""),
    ),
)

TWO_COUNTIES = DemoPost(
    key="two-counties",
    slug="two-counties-not-one-vote-against",
    title="Two counties, two coasts, not one vote against",
    posted="2010-09-29 11:00",
    authors=("Teo Brandt",),
    topics=("secure-communities",),
    comments=comments.ON_TWO_COUNTIES,
    body=(
        paragraph("""<p>Santa Clara, California, and Arlington, Virginia, have voted to get out
            of Secure Communities, the federal program that turns a night in a local jail into
            a deportation. Both votes were unanimous.</p>"""),
        paragraph("""<p>San Francisco and Washington, D.C., had asked before them. Colorado is
            thinking it over. More than twenty local campaigns, ours among them, are asking
            their counties for the same.</p>"""),
        heading("First it could not be done"),
        paragraph("""<p>For two years counties were told that the program was not theirs to
            refuse. A few weeks ago advocates got the truth onto the table, and ICE had to
            concede that a local government may decline. Since then the agency has written
            down, in a memo, how to ask, and the Secretary of Homeland Security has confirmed
            that there is a way out.</p>"""),
        paragraph("""<p>Yesterday more than 500 organizations, for immigrants, for fair courts
            and for working people, wrote to the President. Justice in this country is already
            uneven by race, they say; tie deportation to it, and it becomes far worse.</p>"""),
        heading("What you can do by Friday"),
        paragraph("""<p>Ask your county supervisor one question, in writing: <i>who agreed to
            this in our name?</i> Then send us the answer.</p>"""),
    ),
)

EDITION = Edition(
    language="en",
    name="One County",
    tagline="Neighbors of Alder County for families that stay together",
    campaign_list=("Campaigns", "campaigns"),
    pictures={
        STREET: Picture(
            "The open door", "A street at nightfall: two people walk up to the one open door"
        ),
        BUS: Picture("The last bus", "A red bus comes to a stop where three people wait at night"),
    },
    topics={
        "secure-communities": "Secure Communities",
        "webinars": "Webinars",
        "rights": "Know your rights",
        "youth": "Youth",
        "alder": "Alder County",
        "bus": "Bus 9",
        "newsroom": "This newsroom",
    },
    series={"paper": "The paper at the jail door"},
    authors={
        "Marisol Vega": "Sells bread on the west side, and began One County at her kitchen table.",
        "Teo Brandt": "Teaches history at the high school, and counts what can be counted.",
    },
    pages=(welcome.ABOUT,),
    forms=holds.FORMS,
    campaigns=(bus.CAMPAIGN, holds.CAMPAIGN),
    posts=(
        welcome.HOW_IT_WORKS,
        PLAN,
        WEBINAR,
        HOLDS,
        STUDENTS,
        TWO_COUNTIES,
        welcome.DRAFT,
        *bus.POSTS,
        *holds.POSTS,
    ),
)
