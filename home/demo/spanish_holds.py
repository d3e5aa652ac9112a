"""The campaign that was won in the Spanish edition, two of its posts, and the two forms."""

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
    slug="ni-una-retencion-mas",
    title="Ni una retención más",
    goal="""De nuestra cárcel se sale cuando lo dice un juez. En el condado de Alder, ninguna hoja
    de ICE deja a nadie encerrado una noche más.""",
    status="won",
    began="2011-11-15",
    ended="2012-09-18",
    body=(
        paragraph("""<p>Fueron diez meses: una pregunta al alguacil, una cuenta de noches,
            veintitrés mesas de cocina y un voto de cuatro contra uno.</p>"""),
        facts(
            "Cómo es desde entonces",
            """<p>La cárcel ve el papel, anota que llegó y abre la puerta. Cada mes publica
            cuántos llegaron.</p>""",
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

COST = DemoPost(
    key="holds-cost",
    slug="cuanto-cuesta-una-retencion",
    title="Cuánto cuesta una retención, y quién la paga",
    posted="2011-12-06 09:20",
    authors=("Teo Brandt",),
    topics=("secure-communities", "alder"),
    campaigns=("holds",),
    series="paper",
    body=(
        paragraph("""<p>Una noche en nuestra cárcel le cuesta al condado 94 dólares. Si la noche
            la quiso un juez o la quiso un papel, al precio le da lo mismo.</p>"""),
        table(
            "Noches en la cárcel del condado nada más por una retención, 2011",
            ("Trimestre", "Personas", "Noches"),
            ("Enero a marzo", "14", "39"),
            ("Abril a junio", "19", "47"),
            ("Julio a septiembre", "21", "51"),
        ),
        paragraph("""<p>Eso no nos lo devuelve nadie. El papel pide, el condado obedece, y la
            cuenta se queda aquí. Esa es la parte que cabe en una tabla.</p>"""),
        heading("Lo que no cabe"),
        points(
            "El trabajo en la lechería, que el martes ya era de otro.",
            "La fianza que juntó una parroquia y que no compró nada.",
            "El niño que le dijo a su maestra que su papá andaba de viaje.",
        ),
    ),
    corrections=(
        (
            "2011-12-08 10:00",
            "Pusimos 61 noches de julio a septiembre. Fueron 51: una semana se contó dos veces.",
        ),
    ),
)

WON = DemoPost(
    key="holds-won",
    slug="cuatro-contra-uno",
    title="Cuatro contra uno: el condado de Alder abre la puerta",
    posted="2012-09-18 23:05",
    authors=("Marisol Vega", "Teo Brandt"),
    topics=("secure-communities", "alder"),
    campaigns=("holds",),
    body=(
        paragraph("""<p>Faltaban diez para las nueve cuando leyeron los nombres. Cuatro dijeron
            que sí. Desde mañana nadie se queda en nuestra cárcel por una retención.</p>"""),
        quote(
            "En marzo voté que no. Después la lechería me mandó sus números, y Rosario me mandó a "
            "su hija.",
            "Una supervisora, antes de votar",
        ),
        paragraph("""<p>En la sala caben noventa, así que doscientos se quedaron en la escalera.
            Alguien empezó a cantar, y alguien más había traído la cafetera grande. Ya saben
            quién.</p>"""),
    ),
)

CONTACT = DemoForm(
    key="contact",
    slug="escribanos",
    title="Escríbanos",
    kind="contact",
    in_menu=True,
    body=(
        paragraph("""<p>Avisos, preguntas, un salón para la próxima reunión. Por favor, sin
            números de caso y sin direcciones de otras personas.</p>"""),
    ),
    thanks=(paragraph("<p>Gracias. Lo leemos todo, casi siempre de noche.</p>"),),
    fields=(
        DemoField("Su nombre", is_required=False),
        DemoField(
            "Cómo le contestamos",
            is_required=False,
            help_text="Correo o teléfono. Si lo deja vacío lo leemos, pero no podemos contestarle.",
        ),
        DemoField("Su mensaje", kind="multiline"),
    ),
)

PLEDGE = DemoForm(
    key="pledge",
    slug="voy-a-estar",
    title="Voy a estar",
    kind="pledge",
    in_menu=False,
    body=(
        paragraph("""<p>Para el voto sobre la ruta 9. Con el nombre de pila basta; contamos
            sillas, no papeles.</p>"""),
    ),
    thanks=(paragraph("<p>Nos vemos en el palacio del condado. Avísele hoy a una más.</p>"),),
    fields=(
        DemoField("Nombre"),
        DemoField("¿Cuántas personas vienen con usted?", kind="number", is_required=False),
    ),
    sent=(("Toño", "4"), ("Luz", "1"), ("Doña Meche", "")),
)

POSTS = (COST, WON)
FORMS = (CONTACT, PLEDGE)
