import accounts from "./en/accounts.json";
import adoptions from "./en/adoptions.json";
import audit from "./en/audit.json";
import charts from "./en/charts.json";
import collections from "./en/collections.json";
import common from "./en/common.json";
import comparisons from "./en/comparisons.json";
import dashboard from "./en/dashboard.json";
import documents from "./en/documents.json";
import door from "./en/door.json";
import errors from "./en/errors.json";
import facility from "./en/facility.json";
import follows from "./en/follows.json";
import gemeenten from "./en/gemeenten.json";
import herindelingen from "./en/herindelingen.json";
import home from "./en/home.json";
import identities from "./en/identities.json";
import layout from "./en/layout.json";
import manage from "./en/manage.json";
import membershipForms from "./en/membership-forms.json";
import memberships from "./en/memberships.json";
import needs from "./en/needs.json";
import pages from "./en/pages.json";
import partnerships from "./en/partnerships.json";
import peers from "./en/peers.json";
import platform from "./en/platform.json";
import portfolio from "./en/portfolio.json";
import privacy from "./en/privacy.json";
import reviews from "./en/reviews.json";
import search from "./en/search.json";
import secondFactor from "./en/second-factor.json";
import signIn from "./en/sign-in.json";
import solutions from "./en/solutions.json";
import stepLists from "./en/step-lists.json";
import terms from "./en/terms.json";

export default {
  accounts,
  adoptions,
  audit,
  charts,
  collections,
  common,
  comparisons,
  dashboard,
  documents,
  door,
  errors,
  facility,
  follows,
  gemeenten,
  herindelingen,
  home,
  identities,
  layout,
  manage,
  membershipForms,
  memberships,
  needs,
  pages,
  partnerships,
  platform,
  peers,
  portfolio,
  privacy,
  reviews,
  secondFactor,
  signIn,
  search,
  solutions,
  stepLists,
  terms,
};
