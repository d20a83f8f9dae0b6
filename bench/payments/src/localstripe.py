"""Runs localstripe as `python -m localstripe` does, but for itself: it listens on loopback alone, keeps nothing under
/tmp, where the next run would find it or another user's file be in the way, and ends when whoever started it is gone.
Another month of a subscription can be brought on, and a payment that failed says what it was tried with. A customer's payments can be asked for alone, and what lists show is found by its kind, not by looking at everything,
which it does several times to answer one call."""
import collections, os, runpy, socket, sys, threading

from localstripe import resources


class OnLoopback(socket.socket):
    def __init__(self, family=-1, *rest, **named):
        super().__init__(socket.AF_INET if family == socket.AF_INET6 else family, *rest, **named)

    def bind(self, address):
        super().bind(("127.0.0.1", address[1]) if address[0] == "::" else address)


of_kind = collections.defaultdict(dict)


class ByKind(dict):
    """In place of its store, which also writes all that it holds to a file after each change."""

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        of_kind[key.split(":")[0]][key] = value

    def __delitem__(self, key):
        super().__delitem__(key)
        del of_kind[key.split(":")[0]][key]

    def dump_to_disk(self):
        pass


def all_of(cls, url, limit=None, starting_after=None, **unknown):
    if unknown:
        raise resources.UserError(400, "Unexpected " + ", ".join(unknown))
    found = resources.List(url, limit=limit, starting_after=starting_after)
    found._list = list(of_kind[cls.object].values())
    return found


def payments_of(cls, url, customer=None, **rest):
    found = all_of(cls, url, **rest)
    found._list = [one for one in found._list if customer in (None, one.customer)]
    return found


def ask_for_another_month(id):
    """Its own clock stands still, so no month is ever over."""
    subscription = resources.Subscription._api_retrieve(id)
    subscription._create_invoice()
    return subscription


def with_what_was_tried(error_of):
    def of(payment):
        error = error_of(payment)
        if error and (payment.payment_method or "").startswith("pm_"):
            tried = resources.PaymentMethod._api_retrieve(payment.payment_method)
            error["payment_method"] = {"id": tried.id, "object": "payment_method", "type": tried.type}
        return error

    return property(of)


def end_with_the_starter():
    sys.stdin.read()
    os._exit(0)


socket.socket = OnLoopback
resources.store = ByKind()
resources.StripeObject._api_list_all = classmethod(all_of)
resources.PaymentIntent._api_list_all = classmethod(payments_of)
resources.PaymentIntent.last_payment_error = with_what_was_tried(resources.PaymentIntent.last_payment_error.fget)
resources.extra_apis.append(("POST", "/v1/subscriptions/{id}/another_month", ask_for_another_month))
threading.Thread(target=end_with_the_starter, daemon=True).start()
runpy.run_module("localstripe", run_name="__main__", alter_sys=True)
