"""The campaign that runs in the Spanish edition, and its news. All of it is invented."""

from datetime import timedelta

from home.demo.content import (
    BUS,
    DemoCampaign,
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
    "Al anochecer, dos personas adultas y una niña esperan bajo un farol. Por la carretera llega "
    "un autobús rojo con las ventanas encendidas.",
    "La ruta 9 a la salida del hospital. Después de las 9:40 de la noche ya no pasa nada.",
    picture=BUS,
)
TO_THE_BOARD = action(
    "write",
    "Escríbale a la junta del condado",
    "<p>Con tres frases basta. Diga dónde trabaja y cómo regresa a su casa.</p>",
    email="board@alder.example",
    script="Vivo en el condado de Alder y salgo tarde del trabajo. Cuando la ruta 9 termina, yo "
    "camino. Por favor, que pase hasta la medianoche.",
)

CAMPAIGN = DemoCampaign(
    key="bus",
    slug="ruta-9-hasta-la-medianoche",
    title="La ruta 9 hasta la medianoche",
    goal="""La ruta 9 pasa hasta la medianoche, los siete días de la semana, y nadie regresa a pie
    por la carretera 12 después del turno de la noche.""",
    status="running",
    began=timedelta(days=420),
    body=(
        paragraph("""<p>El último autobús sale del hospital a las 9:40. El turno termina a las
            once. Entre la puerta y las primeras casas hay ocho kilómetros de carretera sin
            banqueta.</p>"""),
        facts(
            "Lo que cuesta",
            """<p>Cuatro viajes más por noche son 118,000 dólares al año. La cuenta la hizo el
            propio condado, no nosotros.</p>""",
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
    slug="llenemos-la-sala-por-la-ruta-9",
    title="La junta vota sobre la ruta 9: llenemos la sala",
    posted=timedelta(days=2),
    authors=("Marisol Vega",),
    topics=("bus", "alder"),
    campaigns=("bus",),
    is_pinned=True,
    body=(
        ON_THE_CORNER,
        paragraph("""<p>Catorce meses contando, preguntando y volviendo, y por fin está en el
            orden del día: cuatro viajes más por noche. De los cinco supervisores tienen que
            decir que sí tres. Ya son dos. La tercera dice que quiere ver quién lo
            necesita.</p>"""),
        paragraph("<p>Pues que nos vea.</p>"),
        event(
            "Audiencia y voto sobre la ruta 9",
            9,
            ("18:30", "20:30"),
            place="Palacio del condado, segundo piso",
            address="1 Court Square, Alder Falls",
            is_limited=True,
            text="<p>Si quiere hablar, anótese en la puerta antes de las seis. Hay elevador, y "
            "quien interprete.</p>",
        ),
        heading("Antes de venir"),
        points(
            "Venga con la ropa del trabajo.",
            "Traiga a la vecina que dice que aquí nunca cambia nada.",
            "Los carteles se quedan afuera; adentro los quitan.",
        ),
        action(
            "call",
            "¿Trabaja esa tarde? Llame a la secretaría",
            "<p>Es un minuto, y al principio leen todas las llamadas en voz alta.</p>",
            phone="202-555-0142",
            script="Me llamo … y salgo tarde del trabajo. Le pido a la junta que la ruta 9 pase "
            "hasta la medianoche.",
        ),
        paragraph("""<p>Queremos saber cuántas sillas llenamos:
            <a linktype="page" id="pledge">díganos que va a estar</a>.</p>"""),
    ),
)

TRAINING = DemoPost(
    key="bus-training",
    slug="dos-minutos-en-el-microfono",
    title="Dos minutos en el micrófono: una noche para practicar",
    posted=timedelta(days=9),
    authors=("Teo Brandt",),
    topics=("bus", "webinars"),
    campaigns=("bus",),
    body=(
        paragraph("""<p>Dos minutos son muchos cuando uno no sabe qué decir, y pocos cuando
            quiere decirlo todo. Practicamos con qué empezar, qué dejar fuera y qué hacer cuando
            suena la campana. Todos hablan una vez; nadie pone calificación.</p>"""),
        event(
            "Dos minutos en el micrófono",
            6,
            ("19:00", "20:00"),
            other_zones=["America/Los_Angeles"],
            is_online=True,
            registration_url="https://onecounty.example/microphone",
            is_limited=True,
            text="<p>Es gratis. El enlace llega por correo. También se puede por teléfono.</p>",
        ),
        paragraph("""<p>Nuestra maestra se mudó a la otra costa y viene de todos modos; por eso
            los dos relojes.</p>"""),
    ),
)

PICNIC = DemoPost(
    key="bus-picnic",
    slug="no-hay-dia-de-campo",
    title="Se cancela: el día de campo junto al río",
    posted=timedelta(days=16),
    authors=("Marisol Vega",),
    topics=("bus",),
    campaigns=("bus",),
    body=(
        paragraph("""<p>El río está donde queríamos poner las mesas. Buscamos otro día; si ya
            horneó algo, tráigalo al anexo.</p>"""),
        event(
            "Día de campo por la ruta 9",
            3,
            ("12:00", "16:00"),
            place="El prado abajo del molino",
            address="Two Rivers",
            state="cancelled",
        ),
    ),
)

NUMBERS = DemoPost(
    key="bus-numbers",
    slug="contamos-a-212-personas",
    title="Contamos: 212 personas regresan a pie del turno de la noche",
    posted=timedelta(days=75),
    authors=("Teo Brandt", "Marisol Vega"),
    topics=("bus", "alder"),
    campaigns=("bus",),
    body=(
        paragraph("""<p>Seis noches estuvimos con un contador en la mano, a la salida del hospital
            y de la empacadora. <b>212 personas</b> se fueron a pie cuando ya había pasado el
            último autobús.[1] La más joven tenía diecisiete años.</p>"""),
        heading("A dónde van"),
        table(
            "Personas a pie después de las 9:40, en seis noches",
            ("Hacia", "Hospital", "Empacadora"),
            ("Alder Falls", "61", "38"),
            ("Two Rivers", "29", "44"),
            ("Quarry Hill", "17", "23"),
        ),
        quote(
            "Los zapatos me duran cuatro meses. También eso lo tengo contado.",
            "Una auxiliar de enfermería, en la puerta",
        ),
        gallery(
            "El camino a casa",
            image(
                "Una parada al anochecer, con un farol y tres personas.",
                "9:35 de la noche: llega el último.",
                picture=BUS,
            ),
            image(
                "Una calle de casas oscuras; una puerta está abierta.",
                "Medianoche: alguien se quedó esperando.",
            ),
        ),
        heading("Lo que pedimos"),
        points(
            "Cuatro viajes más por noche, el último a medianoche.",
            "Lo mismo los domingos.",
            "Un farol en la puerta.",
            look="numbers",
        ),
        paragraph("<p>Los domingos también, porque la empacadora no cierra.[2]</p>"),
        facts(
            "Cómo contamos",
            """<p>Dos personas y un contador, de las 9:40 a las doce y media, seis noches en dos
            semanas. A nadie le preguntamos el nombre.</p>""",
        ),
        document(
            "Hoja para contar una noche",
            "Imprímala y cuente en su propia parada.",
            "UN SOLO CONDADO: HOJA DE CONTEO\n\nParada:\nFecha:\nDesde / hasta:\n\nEn autobús:\n"
            "A pie:\nPasaron por ellos en coche:\n\nSin nombres y sin fotos de caras.\n",
        ),
        action("share", "Enséñele esto a alguien que maneja", "<p>Nunca les ha tocado contar.</p>"),
        footnotes(
            "Las dos hojas de cada noche están en el anexo; quien lo dude puede volver a contar.",
            "Rol de turnos en el pizarrón del comedor, octubre.",
        ),
    ),
)

POSTS = (HEARING, TRAINING, PICNIC, NUMBERS)
