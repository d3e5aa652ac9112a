import pytest

from tests.comments.personal_data.found import found


@pytest.mark.parametrize(
    "address",
    [
        "calle Morelos 45, col. Centro",
        "Av. Juárez #1200",
        "calle 16 de Septiembre No. 310 int. 4",
        "Carrera 7 # 12-34",
        "Privada de las Flores 12, Fracc. Las Palmas",
        "Calzada de Tlalpan 4321, C.P. 14000",
        "6a avenida 3-45 zona 1",
        "Mz 12 Lt 5, Col. Las Flores",
        "C/ Mayor 29",
        "blvd. Díaz Ordaz 100",
        "calle 8 #15-20, barrio El Centro",
    ],
)
def test_kind_of_street_name_and_number_are_an_address(address):
    assert found(f"están en {address}.") == [("street_address", address)]


def test_number_may_come_first():
    assert found("en el 1234 de la calle Oak") == [("street_address", "1234 de la calle Oak")]


@pytest.mark.parametrize(
    "text",
    [
        "Salieron a la calle 500 mil personas",
        "en la avenida Juárez 20 manifestantes arrestados",
        "calle 24 horas abierta",
        "Calle Olvera, 20 restaurantes vacíos",
        "vivo a 3 calles de la 26",
        "carretera 57 km 120 cerrada",
        "Avenida Reforma 2024",
        "camino a casa 20 minutos",
        "somos 800 en la avenida Broadway",
        "down to 25th ave behind Costco. The 3 mile radius",
        "calle Hidalgo 20 de mayo",
        "20 de la calle Spring se unieron",
        "calle Morelos 20% llena",
    ],
)
def test_crowds_dates_and_distances_are_none(text):
    assert found(text) == []
