"""The Spanish edition of the demo newsroom, written for its readers and not word by word."""

from datetime import timedelta

from home.demo import spanish_bus as bus
from home.demo import spanish_comments as comments
from home.demo import spanish_holds as holds
from home.demo.content import (
    BUS,
    STREET,
    DemoPage,
    DemoPost,
    Edition,
    Picture,
    embed,
    event,
    heading,
    image,
    paragraph,
    quote,
)

HOW_IT_WORKS = DemoPost(
    key="how",
    slug="como-funciona-esta-redaccion",
    title="Bienvenidos: así funciona esta redacción",
    posted=timedelta(hours=20),
    authors=("Marisol Vega",),
    topics=("newsroom",),
    comments=comments.ON_HOW_IT_WORKS,
    body=(
        paragraph("""<p>Esta es la demostración que viene con Broadside. Un Solo Condado y toda
            su gente son inventados, y la ruta 9 también; lo que escribieron de Comunidades
            Seguras fue real, y las fechas también. Mire, pruebe, desarme lo que quiera.</p>"""),
        heading("Si viene a leer"),
        paragraph("""<p>Lea tranquilo. No le ponemos ninguna cookie, ninguna otra empresa se
            entera de que pasó por aquí, y nada en la página necesita JavaScript. Hasta los
            videos esperan a que usted haga clic:</p>"""),
        embed(
            "https://www.youtube.com/watch?v=M7lc1UVf-VE",
            "Un video de muestra de la guía de YouTube para programadores (en inglés). Mientras "
            "usted no le dé al botón, YouTube no sabe que existe.",
        ),
        heading("Si viene a opinar"),
        paragraph("""<p>Escriba abajo: un nombre y sus palabras, nada más. El comentario de un
            desconocido espera hasta que lo lea una moderadora, y usted recibe un enlace
            privado que le dice en qué va. Guárdelo: es el único camino de regreso a su
            comentario, porque no sabemos quién es usted.</p>"""),
        heading("Si viene a moderar"),
        paragraph("""<ul><li>Entre por <b>/admin/</b> y abra los comentarios de los lectores.
            Hay varios esperando, y el filtro dice con palabras claras qué le llamó la
            atención.</li><li>Apruebe uno: quien cargue la página después ya lo
            ve.</li><li>Retire uno: su lugar se queda, con un aviso de que fue retirado, y
            ninguna respuesta queda colgando en el aire.</li><li>¿Se arrepintió? Deshágalo. El
            historial guarda cada paso y quién lo dio.</li></ul>"""),
    ),
)

PLAN = DemoPost(
    key="plan",
    slug="nuestros-primeros-treinta-dias",
    title="Después del seminario: nuestros primeros treinta días",
    posted="2012-01-10 08:30",
    authors=("Marisol Vega", "Teo Brandt"),
    topics=("secure-communities", "alder"),
    campaigns=("holds",),
    series="paper",
    comments=comments.ON_THE_PLAN,
    body=(
        paragraph("""<p>Ayer por la tarde éramos cuarenta y uno en el anexo de la biblioteca.
            Unos venían con las botas del trabajo, dos con bebé en brazos, y Denise Okafor con
            la cafetera grande que había prometido.</p>"""),
        paragraph("""<p>Cuando se apagó la pantalla nadie se levantó. Así que el plan lo
            escribimos ahí mismo, en el mantel de papel.</p>"""),
        paragraph("""<ol><li><b>Primera semana: averiguar.</b> ¿Hay una regla escrita sobre las
            retenciones de ICE en nuestra cárcel, o es pura costumbre? Teo manda la solicitud
            de documentos el miércoles.</li><li><b>Segunda semana: contar.</b> ¿Cuántas
            personas siguieron presas el año pasado nada más por una retención, cuántas noches,
            y quién pagó la cuenta?</li><li><b>Tercera semana: escuchar.</b> Reuniones de
            cocina en cuatro barrios. Cada familia decide qué se cuenta, y con qué
            nombre.</li><li><b>Cuarta semana: exigir.</b> Todos juntos ante la junta del
            condado: de hoy en adelante, Alder no cumple ni una retención más.</li></ol>"""),
        quote(
            """Mi hija me preguntó si el policía de su escuela me puede mandar lejos. Quiero vivir
            en un condado donde le pueda contestar que no.""",
            "Rosario, en la reunión del anexo",
        ),
        paragraph("""<p>¿Y usted, a cuál semana se apunta? Díganoslo abajo, o el jueves a las
            siete, por la puerta de atrás. La de enfrente se atora.</p>"""),
    ),
)

WEBINAR = DemoPost(
    key="webinar",
    slug="seminario-alto-a-las-retenciones",
    title="Alto a las retenciones: un seminario gratis para todo condado que quiera salirse",
    posted="2012-01-05 09:00",
    authors=("Marisol Vega",),
    topics=("secure-communities", "webinars"),
    campaigns=("holds",),
    comments=comments.ON_THE_WEBINAR,
    body=(
        image(
            "Una fila de casas oscuras al anochecer. Una tiene la puerta abierta, y una persona "
            "adulta y una niña suben hacia ella por el camino iluminado.",
            "En nuestra calle basta una puerta abierta para encontrar el camino a casa.",
        ),
        paragraph("""<p>Este lunes, cuatro organizaciones nacionales van a explicar en hora y
            media cómo una comunidad logra que su policía deje de trabajar para la Migra. No
            cuesta nada. Hace falta un teléfono o una computadora, y un lápiz.</p>"""),
        event(
            "Alto a las retenciones: el seminario",
            "2012-01-09",
            ("15:30", "17:00"),
            other_zones=["America/Los_Angeles"],
            is_online=True,
            registration_url="https://onecounty.example/webinar",
            is_limited=True,
            text="<p>En inglés.</p>",
        ),
        paragraph("""<ul><li><b>Quiénes:</b>
            Immigrant Legal Resource Center, National Immigration Project of the National
            Lawyers Guild, Interfaith Immigration Coalition y National Day Laborers Organizing
            Network</li> <li><b>Precio:</b> gratis y abierto a todo el mundo; hay que
            inscribirse y los lugares son contados, así que mejor hoy</li><li><b>Antes de
            venir:</b> échele un ojo al paquete de materiales sobre Comunidades Seguras;
            noventa minutos rinden más si uno ya conoce las palabras</li></ul>"""),
        heading("Por qué las retenciones, y por qué ahora"),
        paragraph("""<p>En 2010, un lugar tras otro pidió salirse de Comunidades Seguras, el
            programa que amarra la cárcel local a la deportación. Washington contestó
            quitándonos la pregunta: ahora lo impone, quiera el condado o no. Pero queda otra
            puerta. Para llevarse a alguien de nuestra cárcel, ICE le pide al alguacil que lo
            mantenga encerrado hasta que lleguen sus agentes. Es una petición, dicen los
            organizadores, y la policía puede decir que no. La salida de 2012 está en la puerta
            de la cárcel, y se decide aquí, en casa.</p>"""),
        paragraph("""<p>El lunes se trata de herramientas que sirven: cómo pedirle a una ciudad
            o a un estado, en público y con todas sus letras, que deje de entregar a su gente.
            Ya basta de poli-migra.</p>"""),
        heading("Véalo con nosotros"),
        paragraph("""<p>Lo pasamos en la pantalla grande, en el anexo de la biblioteca. Abrimos
            a las tres; habrá quien vaya traduciendo en voz baja, y un rincón con crayolas.</p>"""),
    ),
)

HOLDS = DemoPost(
    key="holds",
    slug="que-es-una-retencion-de-ice",
    title="Qué es una retención de ICE, y por qué un condado puede negarse",
    posted="2011-11-15 10:15",
    authors=("Teo Brandt",),
    topics=("secure-communities", "rights"),
    campaigns=("holds",),
    series="paper",
    comments=comments.ON_HOLDS,
    body=(
        paragraph("""<p>Cada semana alguien nos pregunta lo mismo en el banco de alimentos: mi
            hermano ya pagó la fianza, ¿por qué no lo sueltan?</p>"""),
        paragraph("""<p>Casi siempre la respuesta es una hoja de papel. En inglés se llama
            <i>detainer</i> o <i>hold</i>; aquí decimos retención.</p>"""),
        paragraph("""<ol><li>A alguien lo fichan en la cárcel del condado, tal vez por manejar
            sin licencia.</li><li>Le toman las huellas. Con Comunidades Seguras, las huellas
            llegan también a las autoridades de migración.</li><li>ICE le manda a la cárcel un
            formulario: por favor, todavía no lo suelten.</li><li>El juez dice que se vaya a su
            casa, o se paga la fianza. La celda sigue cerrada.</li><li>Llega ICE, y en una mesa
            sobra una silla.</li></ol>"""),
        heading("Vuelva a leer el tercer paso"),
        paragraph("""<p>El formulario pide; no ordena. Los grupos que llevan la campaña
            nacional lo tienen claro: ninguna policía está obligada a hacerle caso. Quien abre
            la celda trabaja para este condado, y este condado puede decidir qué hace con el
            papel.</p>"""),
        heading("Si le pasa a su familia"),
        paragraph("""<p>Llame a un abogado antes de firmar nada. Y por favor, <b>en los
            comentarios no ponga números de caso, ni direcciones, ni nombres completos</b>.
            Esta página la lee todo el mundo, también quien no debería.</p>"""),
    ),
)

TWO_COUNTIES = DemoPost(
    key="two-counties",
    slug="dos-condados-ni-un-voto-en-contra",
    title="Dos condados, dos costas, ni un voto en contra",
    posted="2010-09-29 11:00",
    authors=("Teo Brandt",),
    topics=("secure-communities",),
    body=(
        paragraph("""<p>Santa Clara, en California, y Arlington, en Virginia, votaron por
            salirse de Comunidades Seguras, el programa federal que convierte una noche en la
            cárcel local en una deportación. Los dos votos fueron unánimes.</p>"""),
        paragraph("""<p>Antes lo habían pedido San Francisco y Washington, D. C. Colorado lo
            está pensando. Más de veinte campañas locales, y la nuestra es una, le piden lo
            mismo a su condado.</p>"""),
        heading("Primero dijeron que no se podía"),
        paragraph("""<p>Dos años les repitieron a los condados que ellos no tenían nada que
            decidir. Hace unas semanas se puso la verdad sobre la mesa, e ICE tuvo que
            reconocer que un gobierno local sí puede decir que no. Desde entonces hay un
            memorándum que explica cómo pedirlo, y la secretaria de Seguridad Nacional confirmó
            que la salida existe.</p>"""),
        paragraph("""<p>Ayer más de 500 organizaciones, de inmigrantes, de justicia y de
            trabajadores, le escribieron al Presidente. La justicia de este país ya es
            dispareja según la raza, le dicen; si se le cuelga la deportación, será mucho
            peor.</p>"""),
        heading("Lo que usted puede hacer antes del viernes"),
        paragraph("""<p>Hágale por escrito una sola pregunta al supervisor de su condado:
            <i>¿quién firmó esto en nuestro nombre?</i> Y mándenos la respuesta.</p>"""),
    ),
)

ABOUT = DemoPage(
    key="about",
    slug="quienes-somos",
    title="Quiénes somos",
    body=(
        paragraph("""<p>Un Solo Condado nació en 2009 alrededor de una mesa de cocina en el
            condado de Alder, la semana en que de la cárcel se llevaron a un papá de tres. Hoy
            somos unas sesenta familias, dos parroquias, un salón de trabajadores del campo y
            el anexo más terco de la biblioteca. Queremos lo que dice el nombre: un solo
            condado, donde nadie le tenga miedo a quien cobra por protegerlo.</p>"""),
        heading("Las reglas para comentar"),
        paragraph("""<p>Llévenos la contra con todas sus fuerzas. Solo retiramos un comentario
            si no viene al caso, si insulta o amenaza, si descubre datos personales de alguien,
            si es publicidad o si va contra la ley. Lo que retiramos deja su hueco, para que se
            vea que lo hicimos.</p>"""),
        heading("Antes de escribir"),
        paragraph("""<p>Cualquier nombre sirve. Deje fuera los números de caso, las direcciones
            y dónde trabaja o duerme alguien, empezando por usted.</p>"""),
        heading("Nadie de nosotros existe"),
        paragraph("""<p>Esta es la redacción de muestra de Broadside. El grupo, el condado y
            toda su gente son inventados; lo que se cuenta de Comunidades Seguras en
            otros lugares está documentado.</p>"""),
    ),
)

EDITION = Edition(
    language="es",
    name="Un Solo Condado",
    tagline="Vecinos del condado de Alder por las familias que siguen juntas",
    campaign_list=("Campañas", "campanas"),
    pictures={
        STREET: Picture(
            "La puerta abierta",
            "Una calle al anochecer: dos personas van hacia la única puerta abierta",
        ),
        BUS: Picture(
            "El último autobús",
            "Un autobús rojo llega de noche a una parada donde esperan tres personas",
        ),
    },
    topics={
        "secure-communities": "Comunidades Seguras",
        "webinars": "Seminarios",
        "rights": "Conozca sus derechos",
        "alder": "Condado de Alder",
        "bus": "Ruta 9",
        "newsroom": "Esta redacción",
    },
    series={"paper": "El papel en la puerta de la cárcel"},
    authors={
        "Marisol Vega": "Vende pan en el lado oeste y empezó Un Solo Condado en su cocina.",
        "Teo Brandt": "Enseña historia en la preparatoria y cuenta lo que se puede contar.",
    },
    pages=(ABOUT,),
    forms=holds.FORMS,
    campaigns=(bus.CAMPAIGN, holds.CAMPAIGN),
    posts=(HOW_IT_WORKS, PLAN, WEBINAR, HOLDS, TWO_COUNTIES, *bus.POSTS, *holds.POSTS),
)
