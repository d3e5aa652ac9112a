"""What the readers of the Spanish edition said."""

from datetime import timedelta

from comments.archive import CommentStatus, RemovedBy
from home.demo.content import DemoComment

PENDING, SPAM = CommentStatus.PENDING, CommentStatus.SPAM

ON_HOW_IT_WORKS = (
    DemoComment(
        name="Doña Cuca",
        said=timedelta(hours=8),
        text="""Mi nieta me leyó la página y yo dicté esto. Que conste que no me pidieron ni el
        correo.""",
    ),
    DemoComment(
        name="Chuy",
        said=timedelta(hours=3, minutes=40),
        status=PENDING,
        text="¿Y la próxima reunión, cuándo? Trabajo de noche y solo puedo en domingo.",
    ),
)

ON_THE_PLAN = (
    DemoComment(
        name="Rosario",
        said="2012-01-10 19:02",
        text="""La de la cita soy yo. Pueden usar mi nombre, el de mi hija no. Me apunto a la
        tercera semana: en mi cocina caben doce.""",
        replies=(
            DemoComment(
                name="Marisol Vega",
                said="2012-01-10 20:15",
                is_post_author=True,
                text="Anotada, Rosario. Llevamos las sillas. Gracias por hablar.",
            ),
            DemoComment(
                name="El del bajo sexto",
                said=timedelta(minutes=25),
                status=PENDING,
                text="Doce y la música. Yo llego temprano.",
            ),
        ),
    ),
)

ON_THE_WEBINAR = (
    DemoComment(
        name="Toño",
        said="2012-01-06 11:20",
        text="¿Se puede ir aunque uno no tenga papeles? Pregunto por un amigo.",
        replies=(
            DemoComment(
                name="Marisol Vega",
                said="2012-01-06 11:48",
                is_post_author=True,
                text="""Se puede, y no le preguntamos a nadie. Dígale a su amigo que hay café y
                que los niños son bienvenidos.""",
            ),
        ),
    ),
    DemoComment(
        name="Préstamos Ya",
        said=timedelta(hours=7),
        status=SPAM,
        signs=(("many_links", "3"), ("words", "préstamo rápido")),
        text="""Préstamo rápido sin buró https://dinero.example/a https://dinero.example/b
        https://dinero.example/c""",
    ),
)

ON_HOLDS = (
    DemoComment(
        name="Anónimo",
        said="2011-11-16 22:31",
        status=CommentStatus.REMOVED,
        removed_by=RemovedBy.ADMINISTRATOR,
        replies=(
            DemoComment(
                name="Teo Brandt",
                said="2011-11-17 08:05",
                is_post_author=True,
                text="""Quitamos este comentario porque traía el número de caso y la dirección
                de una familia. La pregunta era buena: sí, llame hoy mismo a un abogado, y no
                firme.""",
            ),
        ),
    ),
)
