// SPDX-License-Identifier: Apache-2.0
// The meta-object compiler of Qt 6.4 stops at some standard headers.
#ifndef Q_MOC_RUN
#include "sync/merge/cursors.h"
#include "sync/merge/fields.h"

#include <random>
#include <set>
#endif

#include <QTest>

namespace {

namespace wire = cadre::sync::v1;
using merge::Context;
using merge::Dot;

record::Uuid siteNumber(int number)
{
    record::Uuid site;
    site.bytes[15] = static_cast<std::uint8_t>(number + 1);
    return site;
}

/// An edit with what its author had truly seen, as the set itself.
struct Edit {
    Dot dot;
    std::string value;
    Context context;
    std::set<Dot> seen;
};

merge::Change changeOf(const Edit &edit)
{
    merge::Change change;
    change.dot = edit.dot;
    change.header.set_hybrid_time(edit.dot.seq << 16 | edit.dot.site.bytes[15]);
    return change;
}

void mergeInto(merge::RecordState &state, const Edit &edit)
{
    wire::RecordEdit record;
    auto &op = *record.add_ops();
    op.set_field(1);
    op.set_kind(wire::OP_KIND_SET);
    op.set_wire_type(2);
    op.set_value(edit.value);
    *op.mutable_context() = edit.context.toProto();
    (void)merge::mergeEdit(state, record, changeOf(edit));
}

std::set<Dot> dotsOf(const merge::RecordState &state)
{
    std::set<Dot> dots;
    if (const auto *field = merge::findField(state, 1)) {
        for (const auto &sibling : field->siblings()) {
            dots.insert({ *record::Uuid::fromRaw(sibling.dot().site()), sibling.dot().seq() });
        }
    }
    return dots;
}

/// What must stand: every delivered edit that no other delivered edit had seen.
std::set<Dot> unseen(const std::vector<const Edit *> &delivered)
{
    std::set<Dot> result;
    for (const auto *edit : delivered) {
        result.insert(edit->dot);
    }
    for (const auto *edit : delivered) {
        for (const auto &dot : edit->seen) {
            result.erase(dot);
        }
    }
    return result;
}

struct Replica {
    merge::RecordState state;
    std::vector<const Edit *> delivered;
    std::vector<std::size_t> next;

    std::set<Dot> everythingSeen() const
    {
        std::set<Dot> seen;
        for (const auto *edit : delivered) {
            seen.insert(edit->dot);
            seen.insert(edit->seen.begin(), edit->seen.end());
        }
        return seen;
    }
};

/// A form that stays open over other saves of its own device.
struct OpenForm {
    int device = 0;
    Context context;
    std::set<Dot> seen;
};

class History {
public:
    History(int devices, std::uint32_t seed)
        : m_random(seed)
        , m_chains(static_cast<std::size_t>(devices))
        , m_replicas(static_cast<std::size_t>(devices))
    {
        for (auto &replica : m_replicas) {
            replica.next.resize(m_chains.size());
        }
    }

    void step()
    {
        switch (pick(4)) {
        case 0: {
            const int device = pick(static_cast<int>(m_chains.size()));
            const auto &replica = m_replicas[static_cast<std::size_t>(device)];
            m_forms.push_back({ device, merge::seenBy(merge::findField(replica.state, 1)), replica.everythingSeen() });
            break;
        }
        case 1:
            if (!m_forms.empty()) {
                save(m_forms[static_cast<std::size_t>(pick(static_cast<int>(m_forms.size())))]);
            }
            break;
        default:
            deliver(pick(static_cast<int>(m_chains.size())), pick(static_cast<int>(m_chains.size())));
        }
    }

    void deliverAll()
    {
        for (std::size_t round = 0; round < m_edits.size() + 1; ++round) {
            for (std::size_t to = 0; to < m_replicas.size(); ++to) {
                for (std::size_t from = 0; from < m_chains.size(); ++from) {
                    deliver(static_cast<int>(to), static_cast<int>(from));
                }
            }
        }
    }

    [[nodiscard]] const std::vector<Replica> &replicas() const { return m_replicas; }

private:
    int pick(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }

    void save(OpenForm &form)
    {
        auto &chain = m_chains[static_cast<std::size_t>(form.device)];
        auto edit = std::make_unique<Edit>();
        edit->dot = { siteNumber(form.device), chain.size() + 1 };
        edit->value = std::to_string(m_edits.size());
        edit->context = form.context;
        edit->seen = form.seen;
        form.context.add(edit->dot);
        form.seen.insert(edit->dot);
        chain.push_back(edit.get());
        m_edits.push_back(std::move(edit));
        deliver(form.device, form.device);
    }

    void deliver(int to, int from)
    {
        auto &replica = m_replicas[static_cast<std::size_t>(to)];
        auto &next = replica.next[static_cast<std::size_t>(from)];
        const auto &chain = m_chains[static_cast<std::size_t>(from)];
        if (next < chain.size()) {
            mergeInto(replica.state, *chain[next]);
            replica.delivered.push_back(chain[next]);
            ++next;
        }
    }

    std::mt19937 m_random;
    std::vector<std::unique_ptr<Edit>> m_edits;
    std::vector<std::vector<const Edit *>> m_chains;
    std::vector<Replica> m_replicas;
    std::vector<OpenForm> m_forms;
};

wire::RecordEdit elementEdit(wire::OpKind kind, const std::string &value, const Context &context)
{
    wire::RecordEdit edit;
    auto &op = *edit.add_ops();
    op.set_field(2);
    op.set_kind(kind);
    op.set_value(value);
    *op.mutable_context() = context.toProto();
    return edit;
}

merge::Change changeAt(int site, std::uint64_t seq)
{
    merge::Change change;
    change.dot = { siteNumber(site), seq };
    change.header.set_hybrid_time(seq << 16);
    return change;
}

} // namespace

class TestMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsExactlyWhatNobodyHadSeen()
    {
        for (std::uint32_t seed = 1; seed <= 400; ++seed) {
            History history(2 + static_cast<int>(seed % 4), seed);
            for (int i = 0; i < 60; ++i) {
                history.step();
                for (const auto &replica : history.replicas()) {
                    QVERIFY2(dotsOf(replica.state) == unseen(replica.delivered),
                             qPrintable(QString("seed %1").arg(seed)));
                }
            }
            history.deliverAll();
            const auto &replicas = history.replicas();
            for (const auto &replica : replicas) {
                QCOMPARE(replica.state.SerializeAsString(), replicas.front().state.SerializeAsString());
            }
        }
    }

    void mergingTwiceChangesNothing()
    {
        const Edit first { { siteNumber(0), 1 }, "a", {}, {} };
        const Edit second { { siteNumber(1), 1 }, "b", {}, {} };
        merge::RecordState state;
        mergeInto(state, first);
        mergeInto(state, second);
        const auto once = state.SerializeAsString();
        mergeInto(state, first);
        mergeInto(state, second);
        QCOMPARE(state.SerializeAsString(), once);
        QVERIFY(merge::isConflicted(*merge::findField(state, 1)));
    }

    void equalValuesAreNoConflict()
    {
        merge::RecordState state;
        mergeInto(state, { { siteNumber(0), 1 }, "same", {}, {} });
        mergeInto(state, { { siteNumber(1), 1 }, "same", {}, {} });
        QCOMPARE(merge::findField(state, 1)->siblings_size(), 2);
        QVERIFY(!merge::isConflicted(*merge::findField(state, 1)));
    }

    void aRemovalTakesOnlyTheAddsItHadSeen()
    {
        Context firstAdd;
        firstAdd.add(Dot { siteNumber(0), 1 });
        merge::RecordState state;
        (void)merge::mergeEdit(state, elementEdit(wire::OP_KIND_REMOVE, "x", firstAdd), changeAt(2, 1));
        (void)merge::mergeEdit(state, elementEdit(wire::OP_KIND_ADD, "x", {}), changeAt(1, 1));
        (void)merge::mergeEdit(state, elementEdit(wire::OP_KIND_ADD, "x", {}), changeAt(0, 1));
        int adds = 0;
        for (const auto &sibling : merge::findField(state, 2)->siblings()) {
            adds += sibling.kind() == wire::OP_KIND_ADD ? 1 : 0;
        }
        QCOMPARE(adds, 1);
    }

    void aListKeepsEveryElement()
    {
        merge::RecordState state;
        (void)merge::mergeEdit(state, elementEdit(wire::OP_KIND_APPEND, "a", {}), changeAt(0, 1));
        (void)merge::mergeEdit(state, elementEdit(wire::OP_KIND_APPEND, "a", {}), changeAt(1, 1));
        (void)merge::mergeEdit(state, elementEdit(wire::OP_KIND_APPEND, "a", {}), changeAt(0, 1));
        QCOMPARE(merge::findField(state, 2)->siblings_size(), 2);
    }

    void aLatticeOnlyRises()
    {
        merge::RecordState state;
        (void)merge::mergeEdit(state, elementEdit(wire::OP_KIND_RAISE, std::string("\x05"), {}), changeAt(0, 1));
        (void)merge::mergeEdit(state, elementEdit(wire::OP_KIND_RAISE, std::string("\x03"), {}), changeAt(1, 9));
        QCOMPARE(merge::highest(*merge::findField(state, 2))->value(), std::string("\x05"));
    }

    void aContextKeepsItsExceptions()
    {
        Context context;
        context.add(Dot { siteNumber(0), 3 });
        context.add(Dot { siteNumber(0), 7 });
        QVERIFY(context.covers({ siteNumber(0), 3 }));
        QVERIFY(!context.covers({ siteNumber(0), 5 }));
        QVERIFY(!context.covers({ siteNumber(0), 8 }));
        QVERIFY(Context::fromProto(context.toProto()) == context);
        // What was refused is not missed; what is known to have been seen is no exception.
        context.close({ { siteNumber(0), 2 }, { siteNumber(0), 3 }, { siteNumber(0), 6 }, { siteNumber(0), 9 } });
        for (const std::uint64_t seq : { 1, 3, 4, 5, 7 }) {
            QVERIFY(context.covers({ siteNumber(0), seq }));
        }
        for (const std::uint64_t seq : { 2, 6, 8, 9 }) {
            QVERIFY(!context.covers({ siteNumber(0), seq }));
        }
        context.close();
        QVERIFY(context.covers({ siteNumber(0), 2 }));
        QCOMPARE(context.toProto().sites(0).exceptions_size(), 0);
    }

    void refusesAContextOutOfOrder()
    {
        wire::Context context;
        auto &site = *context.add_sites();
        site.set_site(siteNumber(0).raw());
        site.set_highest(5);
        auto &exception = *site.add_exceptions();
        exception.set_first(4);
        exception.set_last(9);
        QVERIFY_EXCEPTION_THROWN(Context::fromProto(context), std::invalid_argument);
    }

    void refusesABodyThatItsAuthorDidNotSign()
    {
        wire::Header header;
        header.set_site(siteNumber(0).raw());
        header.set_author(siteNumber(9).raw());
        header.mutable_scope()->set_kind(5);
        header.set_seq(1);
        wire::RecordEdit edit;
        edit.set_type(13);
        edit.set_record(siteNumber(5).raw());
        const auto change = merge::makeChange(
            header, { edit }, [](std::uint8_t *bytes, std::size_t count) { std::fill_n(bytes, count, 7); });
        QVERIFY(merge::readChange(change.headerBytes, change.bodyBytes).change);
        auto altered = change.bodyBytes;
        altered.back() = static_cast<char>(altered.back() ^ 1);
        QVERIFY(!merge::readChange(change.headerBytes, altered).change);
        QVERIFY(!merge::readChange(change.headerBytes + "x", change.bodyBytes).change);
    }

    void readsCursorsAsPositions()
    {
        wire::PollRequest request;
        for (int number = 3; number > 0; --number) {
            auto &cursor = *request.add_cursors();
            *cursor.mutable_scope() = merge::toProto({ 11, siteNumber(number), 0 });
            cursor.set_epoch(7);
            cursor.set_rev(static_cast<std::uint64_t>(number));
            cursor.set_log_hash(std::string(32, static_cast<char>('a' + number)));
        }
        const auto positions = merge::positionsOf(request.cursors());
        QVERIFY(positions && positions->size() == 3);
        const auto digest = merge::cursorDigest({ request.cursors().begin(), request.cursors().end() });
        QCOMPARE(merge::digestOf(*positions), digest);
        const auto *found = merge::find(*positions, { 11, siteNumber(2), 0 });
        QVERIFY(found != nullptr);
        QCOMPARE(merge::cursorOf(*found).SerializeAsString(), request.cursors(1).SerializeAsString());
        // No hash is longer: it is not cut to one that could be somebody's.
        request.mutable_cursors(0)->mutable_log_hash()->push_back('x');
        QVERIFY(!merge::positionsOf(request.cursors()));
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
