"""The web server: bound before anything slow happens, and writing no access log."""

import errno
import gc
import os
import socket

import pytest

from operations import web


def test_bound_port_refuses_until_the_server_listens() -> None:
    with web.bind("127.0.0.1", port=0) as bound, socket.socket() as client:
        with pytest.raises(ConnectionRefusedError):
            client.connect(bound.getsockname())
        bound.listen()
        with socket.create_connection(bound.getsockname()):
            pass


def test_port_in_use_is_known_at_once() -> None:
    with web.bind("127.0.0.1", port=0) as bound:
        bound.listen()
        with pytest.raises(OSError, match=os.strerror(errno.EADDRINUSE)):
            web.bind("127.0.0.1", port=bound.getsockname()[1])


def test_six_is_bound_as_well_as_four() -> None:
    with web.bind("::1", port=0) as bound:
        assert bound.family == socket.AF_INET6


def test_server_does_not_name_the_sender_of_a_malformed_request(capfd) -> None:
    server = web.WebServer(web.bind("127.0.0.1", port=0), processes=1, threads=1)
    log = server.cfg.logger_class(server.cfg)
    log.warning("Invalid request from ip=192.0.2.7")
    log.error("the server is in trouble")
    assert "192.0.2.7" not in (said := capfd.readouterr().err)
    assert "in trouble" in said
    socket.close(server.cfg.address[0])


def test_server_writes_no_access_log_and_takes_the_socket_it_was_given() -> None:
    bound = web.bind("127.0.0.1", port=0)
    number = bound.fileno()
    server = web.WebServer(bound, processes=3, threads=5)
    assert server.cfg.accesslog is None
    assert server.cfg.address == [number]
    assert (server.cfg.workers, server.cfg.threads) == (3, 5)
    assert callable(server.load())
    socket.close(number)


def test_what_is_imported_before_the_fork_is_left_alone_by_the_collector() -> None:
    gc.unfreeze()
    web.preload()
    try:
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()


def test_server_that_is_told_to_reload_keeps_its_socket() -> None:
    server = web.WebServer(web.bind("127.0.0.1", port=0), processes=1, threads=1)
    [address] = server.cfg.address
    server.reload()
    assert server.cfg.address == [address]
    os.close(address)
