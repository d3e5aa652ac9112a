"""nginx in front of the newsroom: `script/nginx-conf` prints what it is to do.

nginx.conf       all of it, with its reasons
configuration    what differs from newsroom to newsroom, put in its place
"""
