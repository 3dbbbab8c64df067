// SPDX-License-Identifier: Apache-2.0
#include "sync/host/run.h"

#include "sync/host/problem.h"
#include "sync/record/plant.h"

namespace host {

namespace {

namespace wire = cadre::sync::v1;

void requireSigned(const wire::Run &run, const Run &read, const std::string &publicKey)
{
    if (!CADRE_PLANT("signature_is_not_checked")
        && !merge::isSigned(merge::runDomain, read.changes.back().headerHash, run.signature(), publicKey)) {
        throw Problem(Code::InvalidArgument,
                      "The signature under these changes does not fit them, so they were not taken. "
                      "They are still on the device.");
    }
}

/// Content that is missing must have been set aside before: a carrier can delay and nothing else.
void requireWord(const Run &read, const Signer &signer)
{
    for (const auto &change : read.changes) {
        const auto word = read.setAside.find(change.dot.seq);
        if (!change.hasBody()
            && (word == read.setAside.end()
                || !signer.isSigned(merge::verdictDomain, change.headerHash, word->second))) {
            throw Problem(Code::InvalidArgument, "A change came without its content.");
        }
    }
}

} // namespace

Run readRun(const wire::Run &run)
{
    if (run.format() != 1 || run.signature_algorithm() != 1) {
        throw Problem(Code::FailedPrecondition,
                      "The app sends changes in a way that this server does not know. Update the server.");
    }
    if (run.headers_size() == 0 || run.headers_size() != run.bodies_size()) {
        throw Problem(Code::InvalidArgument, "A run of changes does not hold as many bodies as headers.");
    }
    Run result;
    for (int i = 0; i < run.headers_size(); ++i) {
        auto read = merge::readChange(run.headers(i), run.bodies(i));
        if (!read.change) {
            throw Problem(Code::InvalidArgument, read.problem);
        }
        if (!result.changes.empty()) {
            const auto &last = result.changes.back();
            const auto &next = *read.change;
            if (next.scope != last.scope || next.dot.site != last.dot.site || next.dot.seq != last.dot.seq + 1
                || next.header.previous() != last.headerHash) {
                throw Problem(Code::InvalidArgument, "The changes of a run do not follow one another.");
            }
        }
        result.changes.push_back(std::move(*read.change));
    }
    for (const auto &word : run.set_aside()) {
        result.setAside[word.seq()] = word.verdict_signature();
    }
    return result;
}

Origin originOf(const wire::Run &run, const Run &read, const Caller &caller, Rules &rules, const Signer &signer)
{
    requireWord(read, signer);
    const auto &first = read.changes.front();
    if (first.dot.site == caller.site) {
        requireSigned(run, read, caller.publicKey);
        return { caller.person, false, false, false, {} };
    }
    if (run.has_branch()) {
        const auto trunk = record::Uuid::fromRaw(run.branch().site());
        if (trunk != caller.site
            || (first.dot.site != merge::branchSite(first.scope, *trunk, run.branch().header_hash())
                && !CADRE_PLANT("branch_may_have_any_name"))) {
            throw Problem(Code::PermissionDenied,
                          "These changes belong to another device than the one that sent them.");
        }
        requireSigned(run, read, caller.publicKey);
        return { caller.person, false, false, false, signer.certify(first.dot.site, caller.publicKey, caller.person) };
    }
    const auto certificate = run.has_certificate() ? signer.verified(run.certificate()) : std::nullopt;
    const auto known = certificate ? record::Uuid::fromRaw(certificate->site()) : std::nullopt;
    if (!known || (*known != first.dot.site && !CADRE_PLANT("certificate_of_another_site"))
        || !rules.mayRead(caller.person, first.scope)) {
        throw Problem(Code::PermissionDenied, "These changes belong to another device than the one that sent them.");
    }
    requireSigned(run, read, certificate->public_key());
    const auto person = record::Uuid::fromRaw(certificate->person()).value_or(record::Uuid {});
    return { person, person.isNull(), true, false, run.certificate() };
}

} // namespace host
